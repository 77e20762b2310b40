/**
 * What the frame of every page gains from JavaScript. Nothing here is needed to read or to move about:
 * the drawer and the language switch are plain HTML. Adds to the one object `Chronicle`.
 */
(function (root) {
  "use strict";

  var KEY = "chronicle-scheme";
  var page = root.document;
  var own = page && page.currentScript && page.currentScript.src;

  /**
   * The scheme that a press of the toggle leads to.
   * @param {string|null} chosen "dark", "light" or null where the reader never chose
   * @param {boolean} prefersDark what the system asks for
   * @returns {string}
   */
  function nextScheme(chosen, prefersDark) {
    var current = chosen || (prefersDark ? "dark" : "light");
    return current === "dark" ? "light" : "dark";
  }

  /** Keeps the choice where the browser allows it; without storage it lasts for this page. */
  function remember(scheme) {
    try {
      root.localStorage.setItem(KEY, scheme);
    } catch (error) {
      return false;
    }
    return true;
  }

  function startScheme() {
    var toggle = page.querySelector("[data-scheme-toggle]");
    if (!toggle) {
      return;
    }
    toggle.addEventListener("click", function () {
      var dark = root.matchMedia && root.matchMedia("(prefers-color-scheme: dark)").matches;
      var scheme = nextScheme(page.documentElement.getAttribute("data-scheme"), dark);
      page.documentElement.setAttribute("data-scheme", scheme);
      remember(scheme);
    });
  }

  /** Escape closes the drawer. */
  function startDrawer() {
    var drawer = page.getElementById("drawer");
    if (!drawer) {
      return;
    }
    page.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.open) {
        drawer.open = false;
        drawer.querySelector("summary").focus();
      }
    });
  }

  /**
   * Whether a key pressed on an element means the search box: a slash outside of anything typed in.
   * @param {KeyboardEvent} event
   * @returns {boolean}
   */
  function asksForSearch(event) {
    var typing = /^(input|textarea|select)$/i.test(event.target.tagName) && event.target.type !== "checkbox";
    return event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  /** Nothing of search but this is loaded before the box is used. */
  function startSearch() {
    var form = page.querySelector("[data-search]");
    if (!form || form.dataset.search === "page") {
      return;
    }
    form.q.addEventListener("focus", function () {
      ["tokens.js", "search.js", "search-box.js"].forEach(function (name) {
        var script = page.createElement("script");
        script.async = false;
        script.src = new URL(name, own).href;
        page.head.append(script);
      });
    }, { once: true });
  }

  /** A slash leads to the search box of the page. */
  function startShortcut() {
    page.addEventListener("keydown", function (event) {
      var form = page.querySelector("[data-search]");
      if (form && asksForSearch(event)) {
        event.preventDefault();
        form.q.focus();
      }
    });
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.nextScheme = nextScheme;

  if (page) {
    startScheme();
    startDrawer();
    startSearch();
    startShortcut();
  }
})(typeof window === "undefined" ? globalThis : window);
