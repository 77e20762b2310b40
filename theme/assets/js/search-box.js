/**
 * Search boxes: the panel under the box of every page, and the results on the page of search. Loaded
 * with search.js, which finds the answers. Arrows lead through them, Escape back to the box.
 */
(function (root) {
  "use strict";

  const Chronicle = root.Chronicle;
  const page = root.document;

  const IN_PANEL = 6;
  const ON_PAGE = 10;
  const MOST = 50;
  const PATIENCE = 80;

  /** Fills the slots of a text. */
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (slot, name) => values[name]);
  }

  function element(tag, name, ...children) {
    const made = page.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  /** A text whose slots hold words of either script, each isolated. */
  function isolated(text, values) {
    return text.split(/(\{\w+\})/).map(part =>
      part.startsWith("{") ? element("bdi", "", values[part.slice(1, -1)]) : part
    );
  }

  function link(name, href, ...children) {
    const made = element("a", name, ...children);
    made.href = href;
    return made;
  }

  function item(answer) {
    const text = answer.text.map(piece => (piece.hit ? element("mark", "", piece.text) : piece.text));
    return element("li", "", link("", answer.url,
      element("span", "search-title", answer.title),
      element("span", "search-facts", answer.facts.join(" · ")),
      element("span", "search-text", ...text)
    ));
  }

  /** One box with its place for answers: a panel under it, or the results of the page. */
  class Box {
    constructor(form) {
      this.form = form;
      this.large = form.dataset.search === "page";
      this.status = element("p", "search-status");
      // Always there, or what is put into it would not be read out.
      this.live = element("p", "visually-hidden");
      this.live.setAttribute("role", "status");
      this.meant = element("p", "search-meant");
      this.list = element("ol", "search-list");
      this.foot = element("p", "search-foot");
      this.place = element("div", this.large ? "search-results" : "search-panel",
        this.status, this.meant, this.list, this.foot);
      this.place.hidden = true;
      this.shown = "";
      this.turn = 0;
      this.waiting = 0;
    }

    start() {
      this.form.append(this.live);
      if (this.large) {
        this.form.after(this.place);
        this.form.q.value = new URLSearchParams(root.location.search).get("q") || "";
      } else {
        this.form.append(this.place);
        this.form.addEventListener("keydown", event => this.key(event));
        this.form.addEventListener("focusout", event => {
          if (event.relatedTarget && !this.form.contains(event.relatedTarget)) {
            this.place.hidden = true;
          }
        });
        page.addEventListener("click", event => {
          this.place.hidden = this.place.hidden || !this.form.contains(event.target);
        });
        this.form.q.addEventListener("focus", () => this.soon());
      }
      this.form.q.addEventListener("input", () => {
        Chronicle.index().catch(() => null);
        this.soon();
      });
      this.soon();
    }

    /** Waits for a pause in the typing. */
    soon() {
      root.clearTimeout(this.waiting);
      this.waiting = root.setTimeout(() => this.answer(), PATIENCE);
    }

    /** Answers what stands in the box now, unless something else does before the answer is there. */
    async answer() {
      const query = this.form.q.value.trim();
      const turn = this.turn += 1;
      if (!Chronicle.tokens(query).length) {
        this.shown = "";
        this.show([], [], [], []);
        this.place.hidden = true;
        return;
      }
      if (this.shown === query) {
        this.place.hidden = false;
        return;
      }
      try {
        const words = await Chronicle.json(new URL("words.json", this.form.action).href);
        if (!this.shown) {
          this.show([words.busy], [], [], []);
        }
        const found = await Chronicle.ask(query);
        const first = await Chronicle.answers(found.results.slice(0, this.large ? ON_PAGE : IN_PANEL), found.list);
        if (turn === this.turn) {
          this.say(words, query, found, first);
        }
      } catch (error) {
        this.fail();
      }
    }

    /** Says that there is no answer here: opened from a disk, or the connection is gone. */
    async fail() {
      this.shown = "";
      const words = await Chronicle.json(new URL("words.json", this.form.action).href).catch(() => ({ failed: "" }));
      this.show([words.failed], [], [], []);
    }

    /** Shows what was found, and says it once to those who listen. */
    say(words, query, found, first) {
      this.shown = query;
      this.place.dataset.query = query;
      const count = words.first[new Intl.PluralRules(page.documentElement.lang).select(found.results.length)];
      const status = found.results.length
        ? [filled(count, { number: String(found.results.length) })]
        : isolated(words.none, { query: query });
      if (found.part && found.results.length) {
        status.push(". ", words.most);
      } else if (found.lost.length && found.results.length) {
        status.push(". ", ...isolated(words.lost, { words: found.lost.join(" ") }));
      }
      const meant = found.names.flatMap(name => [" · ", link("", this.search(name), element("bdi", "", name))]);
      const foot = this.large ? this.more(words, query, found) : [
        link("search-all", this.search(query), ...isolated(words.all, { query: query }))
      ];
      this.show(status, meant.length ? [words.meant, " ", ...meant.slice(1)] : [], first.map(item), found.results.length ? foot : []);
      if (this.large) {
        root.history.replaceState(null, "", this.search(query));
      }
    }

    show(status, meant, items, foot) {
      this.status.replaceChildren(...status);
      this.live.textContent = this.status.textContent;
      this.meant.replaceChildren(...meant);
      this.list.replaceChildren(...items);
      this.foot.replaceChildren(...foot);
      this.place.hidden = false;
    }

    search(query) {
      const target = new URL(this.form.action);
      target.search = new URLSearchParams({ q: query }).toString();
      return target.href;
    }

    /** What ends a list: a button for more of it; for long lists the page that filters. */
    more(words, query, found) {
      if (found.results.length <= ON_PAGE) {
        return [];
      }
      const button = element("button", "site-button", words.more);
      button.type = "button";
      button.addEventListener("click", () => this.add(found, button));
      const target = new URL("../explore/", this.form.action);
      target.search = new URLSearchParams({ q: query }).toString();
      return [button, " ", link("search-all", target.href, words.explore)];
    }

    async add(found, button) {
      const shown = this.list.children.length;
      const end = Math.min(shown + ON_PAGE, MOST);
      const next = await Chronicle.answers(found.results.slice(shown, end), found.list);
      this.list.append(...next.map(item));
      const first = this.list.children[shown];
      if (end >= Math.min(found.results.length, MOST)) {
        button.remove();
      }
      if (first) {
        first.firstChild.focus();
      }
    }

    /** Arrows lead through the answers, Escape back to the box and out of the panel. */
    key(event) {
      const links = [...this.place.querySelectorAll("a")];
      const at = links.indexOf(page.activeElement);
      if (event.key === "Escape" && !this.place.hidden) {
        this.form.q.focus();
        this.place.hidden = true;
        root.clearTimeout(this.waiting);
      } else if (event.key === "ArrowDown" && at + 1 < links.length && !this.place.hidden) {
        links[at + 1].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        (links[at - 1] || this.form.q).focus();
      } else {
        return;
      }
      event.preventDefault();
    }
  }

  page.querySelectorAll("[data-search]").forEach(form => new Box(form).start());
})(window);
