/**
 * Search: a query in, answers out, by way of Pagefind's index, which holds what chronicle/search made
 * of each page: tokens as its text, and beside them what readers see. Loaded by site.js when a box is
 * first used; needs tokens.js. What is shown is left to search-box.js. Adds to the one object
 * `Chronicle`.
 *
 * @typedef {{url: string, title: string, facts: string[], text: {text: string, hit: boolean}[]}} Answer
 * @typedef {[string, string, string]} Name name, address of its page, tokens
 */
(function (root) {
  "use strict";

  const Chronicle = root.Chronicle;
  const page = root.document;
  const own = page && page.currentScript ? page.currentScript.src : "";

  const JUDGED = 6; // answers by which a word is taken for met
  const FEW = 2;
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
   * the letter that is joined to them in a text. A day on which there was nothing is answered by its
   * month.
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

  /* ---- The index ---- */

  const address = path => new URL("../../" + path, own).href;
  const fetched = {};

  function json(url) {
    fetched[url] = fetched[url] || root.fetch(url).then(answer => answer.json()).catch(error => {
      delete fetched[url];
      throw error;
    });
    return fetched[url];
  }

  let opened = null;

  /** Loads Pagefind, once; it finds the index of the page's language by itself. */
  function index() {
    opened = opened || import(address("pagefind/pagefind.js")).then(async pagefind => {
      await pagefind.options({ ranking: RANKING });
      await pagefind.init();
      return pagefind;
    }).catch(error => {
      opened = null;
      throw error;
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
    const first = await opens(results.slice(0, JUDGED));
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

  Object.assign(Chronicle, {
    near: near, slip: slip, meant: meant, sentence: sentence, ask: ask, answers: answers, json: json, index: index
  });
})(typeof window === "undefined" ? globalThis : window);
