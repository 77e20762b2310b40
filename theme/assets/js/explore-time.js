/**
 * The timeline of the explore page: a bar a month, and a brush over them. Time runs as the language
 * reads. The brush is two sliders for keyboards and screen readers, and dragging for hands.
 */
(function (root) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 64;
  const FOOT = 16;

  function make(name, attributes, parent) {
    const element = root.document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    parent.appendChild(element);
    return element;
  }

  /**
   * Start the timeline.
   * @param {HTMLElement} element holds `svg`, two range inputs and an `output`
   * @param {{first: number, last: number}} months in months since year 0
   * @param {{rtl: boolean, month: function(number): string, span: function(number, number): string}} words
   * @param {function(number, number, boolean)} changed from, to, and whether the hand has let go
   * @returns {{show: function(Int32Array, number, number)}}
   */
  function start(element, months, words, changed) {
    const svg = element.querySelector("svg");
    const inputs = element.querySelectorAll("input");
    const output = element.querySelector("output");
    const first = Math.floor(months.first / 12) * 12;
    const last = Math.floor(months.last / 12) * 12 + 11;
    const width = last - first + 1;
    const bars = [];
    let from = first;
    let to = last;
    let tallest = 0;

    function place(month) {
      return words.rtl ? last - month : month - first;
    }

    function draw() {
      svg.setAttribute("viewBox", "0 0 " + width * 4 + " " + (HEIGHT + FOOT));
      svg.setAttribute("preserveAspectRatio", "none");
      const brush = make("rect", { class: "time-brush", y: 0, height: HEIGHT }, svg);
      for (let month = first; month <= last; month += 1) {
        const x = place(month) * 4;
        const all = make("rect", { class: "time-all", x: x, width: 3.4 }, svg);
        const own = make("rect", { class: "time-own", x: x, width: 3.4 }, svg);
        bars.push([all, own]);
      }
      make("path", { class: "time-axis", d: "M0 " + HEIGHT + "h" + width * 4 }, svg);
      return brush;
    }

    function drawYears() {
      const years = element.querySelector("[data-years]");
      for (let year = first / 12; year <= (last - 11) / 12; year += 1) {
        const text = root.document.createElement("span");
        text.textContent = String(year);
        if (year % 5) {
          text.className = "time-minor";
        }
        years.appendChild(text);
      }
    }

    function tall(rect, value) {
      const height = tallest ? (value / tallest) * (HEIGHT - 2) : 0;
      rect.setAttribute("y", String(HEIGHT - height));
      rect.setAttribute("height", String(height));
    }

    function mark() {
      const left = Math.min(place(from), place(to));
      brush.setAttribute("x", String(left * 4));
      brush.setAttribute("width", String((to - from + 1) * 4));
      inputs[0].value = String(from);
      inputs[1].value = String(to);
      inputs[0].setAttribute("aria-valuetext", words.month(from));
      inputs[1].setAttribute("aria-valuetext", words.month(to));
      output.textContent = words.span(from, to);
      bars.forEach(function (pair, index) {
        const inside = first + index >= from && first + index <= to;
        pair[1].setAttribute("class", inside ? "time-own" : "time-own time-out");
      });
    }

    function choose(one, other, done) {
      from = Math.max(first, Math.min(one, other));
      to = Math.min(last, Math.max(one, other));
      mark();
      changed(from, to, done);
    }

    function monthAt(event) {
      const box = svg.getBoundingClientRect();
      const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.9999);
      const column = Math.floor(share * width);
      return words.rtl ? last - column : first + column;
    }

    let anchor = null;
    svg.addEventListener("pointerdown", function (event) {
      if (event.button) {
        return;
      }
      const month = monthAt(event);
      const nearFrom = Math.abs(month - from) <= 1 && from > first;
      const nearTo = Math.abs(month - to) <= 1 && to < last;
      anchor = nearFrom ? to : nearTo ? from : month;
      svg.setPointerCapture(event.pointerId);
      choose(anchor, month, false);
      event.preventDefault();
    });
    svg.addEventListener("pointermove", function (event) {
      if (anchor !== null) {
        choose(anchor, monthAt(event), false);
      }
    });
    svg.addEventListener("pointerup", function (event) {
      if (anchor !== null) {
        choose(anchor, monthAt(event), true);
        anchor = null;
      }
    });
    svg.addEventListener("pointercancel", function () {
      anchor = null;
    });
    inputs.forEach(function (input, index) {
      input.min = String(first);
      input.max = String(last);
      input.addEventListener("input", function () {
        const value = Number(input.value);
        if (index) {
          choose(Math.min(from, value), value, false);
        } else {
          choose(value, Math.max(to, value), false);
        }
      });
      input.addEventListener("change", function () {
        choose(from, to, true);
      });
    });

    const brush = draw();
    drawYears();
    return {
      first: first,
      last: last,
      /** Show events by month (from `months.first` on) over those of the whole archive. */
      show: function (own, all, chosenFrom, chosenTo) {
        from = isNaN(chosenFrom) ? first : Math.max(first, chosenFrom);
        to = isNaN(chosenTo) ? last : Math.min(last, chosenTo);
        tallest = Math.max.apply(null, all);
        bars.forEach(function (pair, index) {
          const at = first + index - months.first;
          tall(pair[0], all[at] || 0);
          tall(pair[1], own[at] || 0);
        });
        mark();
      },
    };
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.exploreTime = { start: start };
})(typeof window === "undefined" ? globalThis : window);
