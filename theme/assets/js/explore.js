/**
 * The explore page: map, timeline, filters and list over one selection, which the address holds.
 * Everything that is drawn is drawn from the selection; every control only changes it.
 */
(function (root) {
  "use strict";

  const page = root.document;
  const FEW = 8;
  const PAGE = 20;

  function find(name) {
    return page.querySelector("[data-explore-" + name + "]");
  }

  /** Make an element; `children` are elements or texts. */
  function make(name, attributes, children) {
    const element = page.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== false && attributes[key] !== null) {
        element.setAttribute(key, attributes[key] === true ? "" : attributes[key]);
      }
    });
    (children || []).forEach(function (child) {
      element.append(child);
    });
    return element;
  }

  /** Fill the `{slots}` of a text. */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, key) {
      return values[key];
    });
  }

  function words() {
    return JSON.parse(page.getElementById("explore-words").textContent);
  }

  /** "12 events" with the plural form of the page's language. */
  function counted(say, number) {
    const form = new Intl.PluralRules(page.documentElement.lang).select(number);
    return fill(say.events[form] || say.events.other, { number: number.toLocaleString("en") });
  }

  function start(data, say) {
    const all = root.Chronicle.selection;
    const shell = find("app");
    const list = find("list");
    const status = find("status");
    const chips = find("chips");
    const whole = all.apply(data, all.everything());
    let selection = all.read(root.location.search, data);
    let result = whole;
    let length = PAGE;

    // ---- Words ----

    function monthName(number) {
      return fill(say.month, { month: say.months[number % 12], year: String(Math.floor(number / 12)) });
    }

    function when(i) {
      if (data.dates[i]) {
        return data.dates[i];
      }
      const parts = all.dayText(data.epoch, data.first[i]).split("-").map(Number);
      return fill(say.day, { day: parts[2], month: say.months[parts[1] - 1], year: parts[0] });
    }

    function where(i) {
      return data.places.name[data.place[i]];
    }

    function address(id) {
      return shell.getAttribute("data-events") + id + "/" + (shell.getAttribute("data-leaf") || "");
    }

    // ---- Change: the selection, then everything drawn from it ----

    /**
     * Take a changed selection.
     * @param {function(Object)} edit changes a copy of the selection
     * @param {boolean} [step] whether the back button should lead before this change
     */
    function change(edit, step) {
      const next = JSON.parse(JSON.stringify(selection));
      edit(next);
      const query = all.write(next);
      if (query !== all.write(selection)) {
        selection = next;
        length = PAGE;
        const target = root.location.pathname + query + root.location.hash;
        root.history[step === false ? "replaceState" : "pushState"](null, "", target);
      }
      draw();
    }

    function draw() {
      result = all.apply(data, selection);
      drawStatus();
      drawFacets();
      time.show(result.months, whole.months, all.monthNumber(selection.from), all.monthNumber(selection.to));
      drawChips();
      map.show(result.places, selection);
      drawList();
    }

    let waiting = 0;
    function drawStatus() {
      const text = fill(say.shown, { shown: counted(say, result.shown.length), all: data.count.toLocaleString("en") });
      find("count").textContent = text;
      find("count").setAttribute("data-explore-count", String(result.shown.length));
      // Told once the reader pauses, or every letter typed would be answered aloud.
      root.clearTimeout(waiting);
      waiting = root.setTimeout(function () {
        status.textContent = text;
      }, 600);
      find("reset").hidden = !all.filters(selection);
      const missing = result.shown.filter(function (i) {
        return data.places.lat[data.place[i]] === null || data.places.radius_km[data.place[i]] === null;
      }).length;
      find("missing").textContent = missing ? fill(say.missing, { events: counted(say, missing) }) : "";
    }

    // ---- Filters ----

    const facets = all.FACETS.map(makeFacet);
    const lines = makeLines();

    function makeFacet(name) {
      const facet = data.facets[name];
      const totals = whole.counts[name];
      const order = facet.id
        .map(function (_, index) {
          return index;
        })
        .filter(function (index) {
          return totals[index];
        });
      if (name !== "grading") {
        order.sort(function (one, other) {
          return totals[other] - totals[one] || one - other;
        });
      }
      const rows = order.map(function (index) {
        const input = make("input", { type: "checkbox", value: facet.id[index] });
        const count = make("span", { class: "facet-count" });
        const label = make("label", {}, [input, make("span", {}, [facet.name[index]]), count]);
        const row = make("li", {}, [label]);
        input.addEventListener("change", function () {
          change(function (next) {
            const chosen = new Set(next.chosen[name]);
            chosen[input.checked ? "add" : "delete"](facet.id[index]);
            next.chosen[name] = facet.id.filter(function (id) {
              return chosen.has(id);
            });
          });
        });
        return { index: index, id: facet.id[index], input: input, count: count, row: row };
      });
      const body = make("ul", { role: "list" }, rows.map(function (row) {
        return row.row;
      }));
      const more = make("button", { type: "button", class: "facet-more", "aria-expanded": "false" });
      const summary = make("summary", {}, [say.facets[name]]);
      const number = make("span", { class: "facet-chosen" });
      summary.append(number);
      const open = ["governorate", "type"].indexOf(name) >= 0;
      const group = make("div", { role: "group", "aria-label": say.facets[name] }, [body, more]);
      find("facets").append(make("details", { class: "facet", open: open }, [summary, group]));
      const made = { name: name, rows: rows, more: more, number: number, open: false };
      more.addEventListener("click", function () {
        made.open = !made.open;
        drawFacet(made);
      });
      return made;
    }

    function drawFacet(facet) {
      const counts = result.counts[facet.name];
      const chosen = selection.chosen[facet.name];
      facet.number.textContent = chosen.length ? String(chosen.length) : "";
      let seen = 0;
      facet.rows.forEach(function (row) {
        const checked = chosen.indexOf(row.id) >= 0;
        const events = counts[row.index];
        const shown = checked || facet.open || (events > 0 && seen < FEW);
        seen += shown ? 1 : 0;
        row.input.checked = checked;
        row.count.textContent = events.toLocaleString("en");
        row.row.hidden = !shown;
        row.row.className = events || checked ? "" : "facet-none";
      });
      facet.more.hidden = facet.rows.length <= FEW;
      facet.more.textContent = facet.open ? say.fewer : fill(say.more, { number: facet.rows.length });
      facet.more.setAttribute("aria-expanded", String(facet.open));
    }

    function makeLines() {
      const rows = [0].concat(all.LINES).map(function (fewest, index) {
        const input = make("input", { type: "radio", name: "lines", value: String(fewest) });
        const count = make("span", { class: "facet-count" });
        const text = fewest ? fill(say.lines_least, { number: fewest }) : say.lines_any;
        input.addEventListener("change", function () {
          change(function (next) {
            next.lines = fewest;
          });
        });
        const row = make("li", {}, [make("label", {}, [input, make("span", {}, [text]), count])]);
        return { fewest: fewest, index: index, input: input, count: count, row: row };
      });
      const body = make("ul", { role: "list" }, rows.map(function (row) {
        return row.row;
      }));
      const group = make("div", { role: "radiogroup", "aria-label": say.facets.lines }, [body]);
      const summary = make("summary", {}, [say.facets.lines]);
      find("facets").append(make("details", { class: "facet" }, [summary, group]));
      return rows;
    }

    function drawFacets() {
      facets.forEach(drawFacet);
      lines.forEach(function (row) {
        row.input.checked = selection.lines === row.fewest;
        row.count.textContent = row.index ? result.lines[row.index - 1].toLocaleString("en") : "";
      });
    }

    // ---- What is set, to take back one by one ----

    function drawChips() {
      const set = [];
      if (selection.q) {
        set.push([say.quoted.replace("{text}", selection.q), function (next) {
          next.q = "";
        }]);
      }
      if (selection.from || selection.to) {
        set.push([find("period").textContent, function (next) {
          next.from = next.to = "";
        }]);
      }
      if (selection.place) {
        set.push([data.places.name[data.places.id.indexOf(selection.place)], function (next) {
          next.place = "";
        }]);
      }
      if (selection.lines) {
        set.push([fill(say.lines_chip, { number: selection.lines }), function (next) {
          next.lines = 0;
        }]);
      }
      all.FACETS.forEach(function (name) {
        selection.chosen[name].forEach(function (id) {
          const text = data.facets[name].name[data.facets[name].id.indexOf(id)];
          set.push([text, function (next) {
            next.chosen[name] = next.chosen[name].filter(function (other) {
              return other !== id;
            });
          }]);
        });
      });
      chips.replaceChildren.apply(chips, set.map(function (one) {
        const button = make("button", { type: "button", "aria-label": fill(say.remove, { name: one[0] }) }, [
          one[0], make("span", { "aria-hidden": "true" }, [" ×"]),
        ]);
        button.addEventListener("click", function () {
          change(one[1]);
          (chips.querySelector("button") || find("search")).focus();
        });
        return make("li", {}, [button]);
      }));
      chips.hidden = !set.length;
    }

    // ---- The list ----

    function drawList() {
      const ordered = all.order(data, result.shown, selection.sort);
      find("sort").value = selection.sort;
      if (find("search").value.trim() !== selection.q) {
        find("search").value = selection.q;
      }
      const opened = data.id.indexOf(selection.event);
      const visible = ordered.slice(0, length);
      if (opened >= 0 && visible.indexOf(opened) < 0) {
        visible.unshift(opened);
      }
      list.replaceChildren.apply(list, visible.map(item));
      find("none").hidden = Boolean(visible.length);
      find("longer").hidden = ordered.length <= length;
      find("longer").textContent = fill(say.longer, { events: counted(say, ordered.length - length) });
    }

    function item(i) {
      const id = data.id[i];
      const open = selection.event === id;
      const link = make("a", { href: address(id) }, [data.title[i]]);
      const type = data.facets.type.name[data.facets.type.of[i][0]];
      const facts = [when(i), where(i), type].map(function (fact) {
        return make("bdi", {}, [fact]);
      });
      const meta = make("p", { class: "explore-facts" }, [facts[0], " · ", facts[1], " · ", facts[2]]);
      const card = make("div", { class: "explore-card", id: "card-" + id, hidden: !open });
      const button = make("button", {
        type: "button", class: "explore-open", "aria-expanded": String(open), "aria-controls": card.id,
        "aria-label": fill(open ? say.close_of : say.open_of, { title: data.title[i] }),
      }, [open ? say.close : say.open]);
      button.addEventListener("click", function () {
        change(function (next) {
          next.event = open ? "" : id;
        });
        const again = page.querySelector('[aria-controls="card-' + id + '"]');
        if (again) {
          again.focus();
        }
      });
      if (open) {
        fillCard(card, id);
      }
      return make("li", { class: open ? "explore-item explore-item-open" : "explore-item" }, [
        make("h3", {}, [link]), meta, card, button,
      ]);
    }

    // ---- A card: the event's own page, its claims taken out of it ----

    const cards = {};

    function fillCard(card, id) {
      // From a disk no page can read another one.
      if (root.location.protocol === "file:") {
        card.replaceChildren(say.no_card, " ", make("a", { href: address(id) }, [say.whole]));
        return;
      }
      cards[id] = cards[id] || root.fetch(address(id)).then(function (answer) {
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        return answer.text();
      });
      card.textContent = say.loading;
      cards[id].then(function (text) {
        card.replaceChildren.apply(card, excerpt(text, new URL(address(id), root.location.href)));
      }).catch(function () {
        delete cards[id];
        card.textContent = say.no_card;
      });
    }

    /** The first statement and the claims of an event's page, with their links made absolute. */
    function excerpt(text, base) {
      const read = new root.DOMParser().parseFromString(text, "text/html");
      const parts = Array.prototype.slice.call(read.querySelectorAll(".account > li:first-child > p, table.claims"));
      parts.forEach(function (part) {
        part.querySelectorAll("[href]").forEach(function (link) {
          link.setAttribute("href", new URL(link.getAttribute("href"), base).href);
        });
        part.querySelectorAll("[id]").forEach(function (element) {
          element.removeAttribute("id");
        });
      });
      const whole = make("p", { class: "more" }, [make("a", { href: base.href }, [say.whole])]);
      return parts.map(function (part) {
        return page.importNode(part, true);
      }).concat(whole);
    }

    // ---- Map and timeline ----

    /** Put what a symbol tells under the map, with a way to close it; null takes it away. */
    function below(told) {
      const here = find("here");
      here.replaceChildren();
      here.hidden = !told;
      if (told) {
        const close = make("button", { type: "button" }, [say.close]);
        close.addEventListener("click", function () {
          below(null);
        });
        here.append(told, close);
        here.scrollIntoView({ block: "nearest" });
      }
    }

    function inside(places) {
      const found = result.shown.filter(function (i) {
        return places.indexOf(data.place[i]) >= 0;
      });
      const events = function (place) {
        return found.filter(function (i) {
          return data.place[i] === place;
        }).length;
      };
      const largest = places.slice().sort(function (one, other) {
        return events(other) - events(one);
      });
      const names = largest.slice(0, 3).map(function (place) {
        return data.places.name[place];
      });
      const rest = places.length - names.length;
      const title = names.join(say.comma) + (rest ? " +" + rest : "");
      const links = found.slice().reverse().slice(0, 5).map(function (i) {
        return make("li", {}, [make("a", { href: address(data.id[i]) }, [data.title[i]]), make("br"), make("small", {}, [when(i)])]);
      });
      const parts = [make("p", { class: "popup-title" }, [make("bdi", {}, [title])]), make("ul", {}, links)];
      if (found.length > links.length) {
        parts.push(make("p", {}, [fill(say.and_more, { events: counted(say, found.length - links.length) })]));
      }
      const button = make("button", { type: "button" }, [places.length > 1 ? say.nearer : say.only_here]);
      button.addEventListener("click", function () {
        if (places.length > 1) {
          below(null);
          map.fit(places);
          return;
        }
        change(function (next) {
          next.place = data.places.id[places[0]];
        });
      });
      if (!(places.length === 1 && data.places.id[places[0]] === selection.place)) {
        parts.push(button);
      }
      return make("div", { dir: page.documentElement.dir }, parts);
    }

    const map = root.Chronicle.exploreMap.start(find("map"), data, say, {
      inside: inside,
      below: below,
      moved: function (at) {
        selection.at = at;
        root.history.replaceState(null, "", root.location.pathname + all.write(selection) + root.location.hash);
      },
    });

    let brushing = 0;
    const time = root.Chronicle.exploreTime.start(
      find("time"),
      data.months,
      {
        rtl: page.documentElement.dir === "rtl",
        month: monthName,
        span: function (from, to) {
          return from === to ? monthName(from) : fill(say.span, { start: monthName(from), end: monthName(to) });
        },
      },
      function (from, to, done) {
        root.clearTimeout(brushing);
        brushing = root.setTimeout(function () {
          change(function (next) {
            next.from = from > time.first ? all.monthText(from) : "";
            next.to = to < time.last ? all.monthText(to) : "";
          }, done);
        }, done ? 0 : 30);
      }
    );
    // ---- The bar ----

    let typing = 0;
    find("search").addEventListener("input", function (event) {
      root.clearTimeout(typing);
      typing = root.setTimeout(function () {
        change(function (next) {
          next.q = event.target.value.trim();
        }, false);
      }, 120);
    });
    find("form").addEventListener("submit", function (event) {
      event.preventDefault();
      change(function (next) {
        next.q = find("search").value.trim();
      });
    });
    find("sort").addEventListener("change", function (event) {
      change(function (next) {
        next.sort = event.target.value;
      });
    });
    find("longer").addEventListener("click", function () {
      const before = length;
      length += 2 * PAGE;
      drawList();
      const next = list.children[before];
      if (next) {
        next.querySelector("a").focus();
      }
    });
    find("reset").addEventListener("click", function () {
      change(function (next) {
        Object.assign(next, all.everything(), { sort: next.sort });
      });
      find("search").focus();
    });
    find("whole").addEventListener("click", function () {
      map.see("");
    });
    find("fit").addEventListener("click", function () {
      map.fit(result.shown.map(function (i) {
        return data.place[i];
      }));
    });
    find("copy").addEventListener("click", copy);
    find("csv").addEventListener("click", function () {
      save("syria-chronicle.csv", "text/csv", all.csv(data, result.shown, absolute));
    });
    find("geojson").addEventListener("click", function () {
      save("syria-chronicle.geojson", "application/geo+json", all.geojson(data, result.shown, absolute));
    });

    function absolute(id) {
      return new URL(address(id), root.location.href).href;
    }

    function copy() {
      function told(done) {
        status.textContent = done ? say.copied : root.location.href;
        find("copied").textContent = status.textContent;
      }
      if (root.navigator.clipboard) {
        root.navigator.clipboard.writeText(root.location.href).then(function () {
          told(true);
        }, function () {
          told(false);
        });
      } else {
        told(false);
      }
    }

    function save(name, type, text) {
      const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: type })), download: name });
      link.click();
      root.setTimeout(function () {
        URL.revokeObjectURL(link.href);
      }, 1000);
    }

    root.addEventListener("popstate", function () {
      selection = all.read(root.location.search, data);
      length = PAGE;
      map.see(selection.at);
      draw();
    });

    find("filters").open = root.matchMedia("(min-width: 60em)").matches;
    draw();
    if (selection.at) {
      map.see(selection.at);
    }
    root.Chronicle.explore = { change: change };
  }

  /** Read the columns: from the page where the offline edition put them, else from the site. */
  function load() {
    const inline = page.getElementById("explore-columns");
    if (inline) {
      return Promise.resolve(JSON.parse(inline.textContent));
    }
    return root.fetch(find("data").href).then(function (answer) {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.json();
    });
  }

  if (page && find("app")) {
    load().then(function (file) {
      find("app").hidden = false;
      find("plain").hidden = true;
      start(root.Chronicle.selection.decode(file), words());
    }).catch(function (error) {
      find("app").hidden = true;
      find("plain").hidden = false;
      find("failed").hidden = false;
      root.console.error(error);
    });
  }
})(typeof window === "undefined" ? globalThis : window);
