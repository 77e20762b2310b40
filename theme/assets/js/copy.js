/**
 * Copy buttons of an event's citation: one for the words, one for each file of a reference manager.
 * Made here and not in the page, so that nobody without JavaScript sees a button that does nothing.
 */
(function (root) {
  "use strict";

  var page = root.document;

  /**
   * The citation with the page's address and the day on which it was read.
   * @param {string} words the citation as the page prints it
   * @param {string} address full address of the page
   * @param {Date} now
   * @returns {string}
   */
  function citation(words, address, now) {
    var text = words.replace(/\s+/g, " ").trim();
    var day = now.toISOString().slice(0, 10);
    return (text.indexOf(address) < 0 ? text + " " + address : text) + " (" + day + ")";
  }

  /** The text that a button copies, now or after it was fetched; `words` are those of the page. */
  function textOf(element, words) {
    if (element.href) {
      return root.fetch(element.href).then(function (answer) {
        return answer.text();
      });
    }
    var canonical = page.querySelector('link[rel="canonical"]');
    return Promise.resolve(citation(words, canonical.href, new Date()));
  }

  /** Safari only lets a page copy what it promised during the click. */
  function copy(text) {
    if (root.ClipboardItem) {
      var blob = text.then(function (words) {
        return new Blob([words], { type: "text/plain" });
      });
      return navigator.clipboard.write([new root.ClipboardItem({ "text/plain": blob })]);
    }
    return text.then(function (words) {
      return navigator.clipboard.writeText(words);
    });
  }

  function addButton(element, say) {
    var words = element.textContent;
    var button = page.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = say.copy;
    button.setAttribute("aria-label", say.copy + ": " + (element.href ? words : page.title));
    button.addEventListener("click", function () {
      copy(textOf(element, words)).then(function () {
        button.textContent = say.copied;
        button.setAttribute("aria-label", say.copied);
      });
    });
    element.insertAdjacentElement(element.href ? "afterend" : "beforeend", button);
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.citation = citation;

  var formats = page && page.querySelector("[data-copy]");
  if (formats && root.navigator.clipboard) {
    addButton(page.getElementById("citation"), formats.dataset);
    if (root.location.protocol !== "file:") {
      formats.querySelectorAll('a[href$=".bib"], a[href$=".ris"]').forEach(function (link) {
        addButton(link, formats.dataset);
      });
    }
  }
})(typeof window === "undefined" ? globalThis : window);
