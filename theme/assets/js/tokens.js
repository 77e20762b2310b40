/**
 * What a search takes for the same word: the twin of chronicle/tokens.py, held to the same table of
 * cases, tests/tokens.yml. The rules stand in about/search. Adds to the one object `Chronicle`.
 */
(function (root) {
  "use strict";

  // Latin marks; Arabic ones: vowels, hamza and madda above or below, tatweel, marks of the Koran.
  const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const LETTERS = { "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ı": "i", "ء": "" };
  const WORD = /[\p{L}\p{N}]+/gu;
  const LATIN_ARTICLE = /(^|[^\p{L}\p{N}])[ae](?:sh|th|dh|[ldnrstz])-(?=[\p{L}\p{N}])/gu;
  const ARABIC_ARTICLE = /^(?:[وفبكل]?ال|لل)(?=.{3})/u;
  const LOOSE = new Set(
    "al el the of in at on and a an by to for from with في من عن مع".split(" ")
  );

  // English, Levantine and western names, as they are after `plain`.
  const MONTHS = [
    "january jan كانون_الثاني يناير",
    "february feb شباط فبراير",
    "march mar اذار مارس",
    "april apr نيسان ابريل",
    "may ايار مايو",
    "june jun حزيران يونيو",
    "july jul تموز يوليو",
    "august aug اب اغسطس",
    "september sep sept ايلول سبتمبر",
    "october oct تشرين_الاول اكتوبر",
    "november nov تشرين_الثاني نوفمبر",
    "december dec كانون_الاول ديسمبر"
  ].map(names => names.split(" ").map(name => name.replace("_", " ")));
  const NAME = MONTHS.flat().sort((a, b) => b.length - a.length).join("|");
  const MONTH = `(?<month>${NAME})(?:/(?:${NAME}))?`;
  const DATES = [
    "(?<year>\\d{4})-(?<month>\\d\\d?)(?:-(?<day>\\d\\d?))?",
    "(?<day>\\d\\d?)[/.](?<month>\\d\\d?)[/.](?<year>\\d{4})",
    `(?<day>\\d\\d?) ${MONTH}(?:,? (?<year>\\d{4}))?`,
    `${MONTH} (?<day>\\d\\d?)(?:,? (?<year>\\d{4}))?`,
    `${MONTH},? (?<year>\\d{4})`
  ].map(form => new RegExp(`(?<before>^|[^\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, "gu"));

  /**
   * Folds letters and digits: small, without marks; forms of alef, yaa, haa and hamza as one.
   * @param {string} text
   * @returns {string}
   */
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(MARKS, "")
      .replace(/[ٱىیةکıء]/g, letter => LETTERS[letter])
      .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
      .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
      .replace(/['’‘ʼʿʾ`]/g, "")
      .replace(/(\d)[,٬](?=\d{3}(?!\d))/g, "$1")
      .replace(/\s+/g, " ").trim();
  }

  /**
   * The tokens of a text without a look for dates in it: for names.
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    return bare(plain(text));
  }

  /**
   * The tokens of a query: dates as digits, words without articles, no loose words.
   * `2019`, `201903` and `20190303` stand for a year, a month and a day, `0303` for a day of any year.
   * @param {string} text
   * @returns {string[]}
   */
  function tokens(text) {
    const found = bare(DATES.reduce((folded, form) => folded.replace(form, dated), plain(text)));
    const said = found.filter(word => !LOOSE.has(word));
    return said.length ? said : found;
  }

  /** Splits a folded text into words and takes the articles off. */
  function bare(folded) {
    const found = folded.replace(LATIN_ARTICLE, "$1").match(WORD) || [];
    return found.map(word => word.replace(ARABIC_ARTICLE, ""));
  }

  /** Writes a date as digits; the named groups of a pattern come last among the arguments. */
  function dated(found, ...groups) {
    const { before, year, month: name, day } = groups[groups.length - 1];
    const month = MONTHS.findIndex(names => names.includes(name)) + 1 || Number(name);
    if (month < 1 || month > 12 || Number(day || 0) > 31) {
      return found;
    }
    const digits = number => String(Number(number)).padStart(2, "0");
    return before + (year || "") + digits(month) + (Number(day || 0) ? digits(day) : "");
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.tokens = tokens;
  root.Chronicle.words = words;
})(typeof window === "undefined" ? globalThis : window);
