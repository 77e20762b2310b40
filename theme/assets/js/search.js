/**
 * Search: asks Pagefind's index and shows the answers, in a panel under the box of every page and on
 * the page of search. Loaded by site.js when the box is first used; needs tokens.js. The index holds
 * what chronicle/search made of each page: tokens as its text, and beside them what readers see.
 * Adds to the one object `Chronicle`.
 *
 * @typedef {{url: string, title: string, facts: string[], text: {text: string, hit: boolean}[]}} Answer
 * @typedef {[string, string, string]} Name name, address of its page, tokens
 */
(function (root) {
  "use strict";

  const Chronicle = root.Chronicle;
  const page = root.document;
  const own = page && page.currentScript ? page.currentScript.src : "";

  const IN_PANEL = 6;
  const ON_PAGE = 10;
  const MOST = 50;
  const FEW = 2;
  const PATIENCE = 80;
  const EXCERPT = 220;

  const JOINED = /^[وبل].{3}/u;

  // Whole words before beginnings of words, and a word once as good as ten times. What is shown is
  // not searched: its tokens are.
  const RANKING = {
    pageLength: 0,
    termSimilarity: 30,
    termSaturation: 0.1,
    metaWeights: { title: 0, date: 0, place: 0, kind: 0, text: 0 }
  };

  /* ---- Pure: words and texts ---- */

  /**
   * Whether a word of a page answers a token: one begins with the other, but for an ending, or they
   * share most of their letters from the first on, as forms of one word do; Arabic words also without
   * the letter that is joined to them in a text. A day on which there was
   * nothing is answered by its month.
   * @param {string} word
   * @param {string} token
   * @returns {boolean}
   */
  function near(word, token) {
    if (JOINED.test(word) && !JOINED.test(token) && near(word.slice(1), token)) {
      return true;
    }
    const missing = token.length - word.length;
    const ending = word.length > 3 ? 3 : word.length - 2;
    if (word.startsWith(token) || (token.startsWith(word) && missing <= ending)) {
      return true;
    }
    const shared = Math.max(4, Math.ceil(token.length * 0.7));
    return word.length >= shared && token.includes(word.slice(0, shared));
  }

  /**
   * Whether two words are one slip apart: a letter too many, too few, wrong, or two changed over.
   * @param {string} a
   * @param {string} b
   * @returns {boolean}
   */
  function slip(a, b) {
    let start = 0;
    while (start < a.length && a[start] === b[start]) {
      start += 1;
    }
    const [restA, restB] = [a.slice(start), b.slice(start)];
    return a !== b && (
      restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  }

  /**
   * Names that one of the tokens misses by a slip, the most frequent ones first.
   * @param {string[]} list
   * @param {Name[]} names
   * @returns {string[]} at most three
   */
  function meant(list, names) {
    const long = list.filter(token => token.length > 3 && !/^\d+$/.test(token));
    const fits = long.flatMap(token => names.filter(name => name[2].split(" ").some(one => slip(token, one))));
    return [...new Set(fits.map(name => name[0]))].slice(0, 3);
  }

  /**
   * A paragraph cut around its first hit, in pieces that say whether they are hits.
   * @param {string} paragraph
   * @param {(word: string) => boolean} hit
   * @returns {{text: string, hit: boolean}[]}
   */
  function excerpt(paragraph, hit) {
    const words = paragraph.split(" ").map(text => ({ text: text, hit: hit(text) }));
    const first = words.findIndex(word => word.hit);
    let start = 0;
    if (paragraph.length > EXCERPT && first > 8) {
      start = Math.min(first - 8, Math.max(0, words.length - 24));
    }
    const pieces = start ? [{ text: "… ", hit: false }] : [];
    let length = 0;
    for (const word of words.slice(start)) {
      length += word.text.length + 1;
      if (length > EXCERPT) {
        pieces.push({ text: "…", hit: false });
        break;
      }
      pieces.push(word, { text: " ", hit: false });
    }
    return pieces;
  }

  /**
   * The paragraph in which most tokens are met, the first of them where several are as good.
   * @param {string} text paragraphs, parted as chronicle/search/document.py does it
   * @param {string[]} list
   * @returns {{text: string, hit: boolean}[]}
   */
  function sentence(text, list) {
    const paragraphs = (text || "").split(" ¶ ");
    const meets = token => paragraph => Chronicle.tokens(paragraph).some(word => near(word, token));
    const scores = paragraphs.map(paragraph => list.filter(token => meets(token)(paragraph)).length);
    const best = paragraphs[scores.indexOf(Math.max(...scores))];
    return excerpt(best, word => Chronicle.words(word).some(one => list.some(token => near(one, token))));
  }

  /** Fills the slots of a text. */
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (slot, name) => values[name]);
  }

  /* ---- The index ---- */

  const address = path => new URL("../../" + path, own).href;
  const fetched = {};

  function json(url) {
    fetched[url] = fetched[url] || root.fetch(url).then(answer => answer.json());
    return fetched[url];
  }

  let opened = null;

  /** Loads Pagefind, once; it finds the index of the page's language by itself. */
  function index() {
    opened = opened || import(address("pagefind/pagefind.js")).then(async pagefind => {
      await pagefind.options({ ranking: RANKING });
      await pagefind.init();
      return pagefind;
    });
    return opened;
  }

  async function look(list) {
    if (!list.length) {
      return [];
    }
    const found = await (await index()).search(list.join(" "));
    return found.results.filter(result => result.score > 0);
  }

  /** Loads results; `hits` are the tokens of the page that answered. */
  async function opens(results) {
    return Promise.all(results.map(async result => {
      const data = await result.data();
      const words = data.content.split(/\s+/);
      return { data: data, hits: result.words.map(place => Chronicle.words(words[place] || "")[0] || "") };
    }));
  }

  /** Results that leave out one of the words, the best first. */
  async function most(list) {
    const parts = await Promise.all(list.map(left => look(list.filter(token => token !== left))));
    const best = new Map();
    parts.flat().sort((a, b) => b.score - a.score).forEach(result => {
      best.set(result.id, best.get(result.id) || result);
    });
    return [...best.values()];
  }

  /**
   * Answers a query. Pagefind passes over a word that it does not know, or takes a shorter one: such
   * words are told apart as `lost`, the others answered, and names looked for that may be meant.
   * Where no page holds all words `part` is true, and the results hold all but one.
   * @param {string} query
   * @returns {Promise<{list: string[], results: object[], part: boolean, lost: string[], names: string[]}>}
   */
  async function ask(query) {
    const list = Chronicle.tokens(query);
    let results = await look(list);
    let part = !results.length && list.length > 1;
    if (part) {
      results = await most(list);
    }
    const first = await opens(results.slice(0, IN_PANEL));
    const lost = list.filter(token => !first.some(one => one.hits.some(word => near(word, token))));
    if (lost.length) {
      part = false;
      results = await look(list.filter(token => !lost.includes(token)));
    }
    let names = [];
    if (lost.length || results.length <= FEW) {
      const known = await json(address(`api/v1/names/${page.documentElement.lang}.json`));
      names = meant(lost.length ? lost : list, known.names);
    }
    return { list: list, results: results, part: part, lost: lost, names: names };
  }

  /** @returns {Promise<Answer[]>} */
  async function answers(results, list) {
    return (await opens(results)).map(({ data }) => ({
      url: data.url,
      title: data.meta.title,
      facts: [data.meta.date, data.meta.place, data.meta.kind].filter(Boolean),
      text: sentence(data.meta.text, list)
    }));
  }

  /* ---- What readers see ---- */

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
        index().catch(() => null);
        this.soon();
      });
      this.soon();
    }

    /** Waits for a pause in the typing. */
    soon() {
      root.clearTimeout(this.waiting);
      this.waiting = root.setTimeout(() => this.answer(), PATIENCE);
    }

    async answer() {
      const query = this.form.q.value.trim();
      const turn = this.turn += 1;
      if (!Chronicle.tokens(query).length) {
        this.show([], [], [], []);
        this.place.hidden = true;
        return;
      }
      if (this.shown === query) {
        this.place.hidden = false;
        return;
      }
      try {
        const words = await json(new URL("words.json", this.form.action).href);
        const found = await ask(query);
        const first = await answers(found.results.slice(0, this.large ? ON_PAGE : IN_PANEL), found.list);
        if (turn === this.turn) {
          this.say(words, query, found, first);
        }
      } catch (error) {
        this.fail(error);
      }
    }

    async fail() {
      const words = await json(new URL("words.json", this.form.action).href).catch(() => ({ failed: "" }));
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
      const next = await answers(found.results.slice(shown, end), found.list);
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

  Object.assign(Chronicle, { near: near, slip: slip, meant: meant, sentence: sentence });

  if (page) {
    page.querySelectorAll("[data-search]").forEach(form => new Box(form).start());
  }
})(typeof window === "undefined" ? globalThis : window);
