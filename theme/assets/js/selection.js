/**
 * What the explore page shows: the columns of api/v1/explore/<language>.json decoded, a selection
 * read from and written to an address, filtered, counted, ordered and exported. No DOM in here.
 * Words are compared as search compares them: needs tokens.js.
 *
 * @typedef {Object} Selection
 * @property {string} q words that must all begin one of title, place, actors, campaigns or date
 * @property {string} from first month as 2019-03, or ""
 * @property {string} to last month, or ""
 * @property {string} place id of the one place, or ""
 * @property {number} lines fewest independent lines
 * @property {string} sort newest, oldest, lines or claims
 * @property {string} event id of the opened event, or ""
 * @property {string} at centre and zoom of the map as 35.1,38.2,1.5, or ""
 * @property {Object<string, string[]>} chosen facet -> ids
 */
(function (root) {
  "use strict";

  const DAY = 86400000;
  const FACETS = ["governorate", "type", "campaign", "actor", "grading", "language"];
  const LINES = [2, 3, 5];
  const SORTS = ["newest", "oldest", "lines", "claims"];
  const SINGLE = ["q", "from", "to", "place", "event", "at"];

  /** Months since year 0, of days since the epoch of the file. */
  function monthOf(epoch, day) {
    const date = new Date(epoch + day * DAY);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  }

  /** "2019-03" as months since year 0; NaN for anything else. */
  function monthNumber(text) {
    const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text || "");
    return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : NaN;
  }

  /** Months since year 0 as "2019-03". */
  function monthText(number) {
    return String(Math.floor(number / 12)) + "-" + String((number % 12) + 1).padStart(2, "0");
  }

  /** Days since the epoch as "2019-03-03". */
  function dayText(epoch, day) {
    return new Date(epoch + day * DAY).toISOString().slice(0, 10);
  }

  /**
   * Decode the columns.
   * @param {Object} file the parsed JSON
   * @returns {Object} count, arrays by event, and `facets`: name -> {id, name, of: number[][]}
   */
  function decode(file) {
    const events = file.events;
    const count = events.first.length;
    const epoch = Date.parse(file.epoch);
    const data = {
      count: count,
      epoch: epoch,
      title: events.title,
      place: events.place,
      places: file.places,
      lines: events.lines,
      sources: events.sources,
      claims: events.claims,
      dates: file.dates,
      map: file.map,
      tokens: file.actors.tokens,
      id: new Array(count),
      first: new Int32Array(count),
      last: new Int32Array(count),
      from: new Int32Array(count),
      to: new Int32Array(count),
      facets: {
        governorate: {
          id: file.governorates.id,
          name: file.governorates.name,
          of: events.place.map(function (place) {
            const governorate = file.places.governorate[place];
            return governorate < 0 ? [] : [governorate];
          }),
        },
        type: facet(file.types, events.type.map(alone)),
        campaign: facet(file.campaigns, events.campaigns),
        actor: facet(file.actors, events.actors),
        grading: facet(file.gradings, events.grading.map(alone)),
        language: facet(file.languages, events.languages),
      },
    };
    let day = 0;
    for (let i = 0; i < count; i += 1) {
      day += events.first[i];
      data.first[i] = day;
      data.last[i] = day + events.last[i];
      data.from[i] = monthOf(epoch, day);
      data.to[i] = events.last[i] ? monthOf(epoch, data.last[i]) : data.from[i];
      const short = events.id[i];
      const rest = short[0] === "~" ? file.places.id[events.place[i]] + short.slice(1) : short;
      data.id[i] = short[0] === "/" ? short.slice(1) : dayText(epoch, day) + "-" + rest;
    }
    data.months = { first: count ? data.from[0] : 0, last: count ? Math.max.apply(null, data.from) : 0 };
    return data;
  }

  function alone(value) {
    return [value];
  }

  function facet(names, of) {
    return { id: names.id, name: names.name, of: of };
  }

  /** @returns {Selection} everything */
  function everything() {
    const chosen = {};
    FACETS.forEach(function (name) {
      chosen[name] = [];
    });
    return {
      q: "", from: "", to: "", place: "", event: "", at: "", lines: 0, sort: SORTS[0], chosen: chosen,
    };
  }

  /**
   * Read a selection from the query of an address; what is unknown there is passed over.
   * @param {string} query "?type=airstrike,shelling&from=2019-01"
   * @param {Object} data the decoded columns
   * @returns {Selection}
   */
  function read(query, data) {
    const given = new URLSearchParams(query);
    const selection = everything();
    SINGLE.forEach(function (key) {
      selection[key] = (given.get(key) || "").trim();
    });
    ["from", "to"].forEach(function (key) {
      selection[key] = isNaN(monthNumber(selection[key])) ? "" : selection[key];
    });
    if (selection.from && selection.to && selection.from > selection.to) {
      selection.from = selection.to = "";
    }
    if (data.places.id.indexOf(selection.place) < 0) {
      selection.place = "";
    }
    if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(selection.at)) {
      selection.at = "";
    }
    selection.lines = LINES.indexOf(Number(given.get("lines"))) < 0 ? 0 : Number(given.get("lines"));
    selection.sort = SORTS.indexOf(given.get("sort")) < 0 ? SORTS[0] : given.get("sort");
    FACETS.forEach(function (name) {
      const known = data.facets[name].id;
      const ids = (given.get(name) || "").split(",");
      selection.chosen[name] = known.filter(function (id) {
        return ids.indexOf(id) >= 0;
      });
    });
    return selection;
  }

  /**
   * Write a selection as the query of an address; the same selection gives the same text.
   * @param {Selection} selection
   * @returns {string} "" for everything, else beginning with "?"
   */
  function write(selection) {
    const parts = [];
    function add(key, value) {
      parts.push(key + "=" + encodeURIComponent(value).replace(/%2C/g, ","));
    }
    if (selection.q) {
      add("q", selection.q);
    }
    ["from", "to", "place"].forEach(function (key) {
      if (selection[key]) {
        add(key, selection[key]);
      }
    });
    FACETS.forEach(function (name) {
      if (selection.chosen[name].length) {
        add(name, selection.chosen[name].join(","));
      }
    });
    if (selection.lines) {
      add("lines", selection.lines);
    }
    if (selection.sort !== SORTS[0]) {
      add("sort", selection.sort);
    }
    ["event", "at"].forEach(function (key) {
      if (selection[key]) {
        add(key, selection[key]);
      }
    });
    return parts.length ? "?" + parts.join("&") : "";
  }

  /** Whether anything is filtered; order, map and the opened event are no filters. */
  function filters(selection) {
    return Boolean(
      selection.q || selection.from || selection.to || selection.place || selection.lines ||
      FACETS.some(function (name) {
        return selection.chosen[name].length;
      })
    );
  }

  /** 2019, 201903, 20190303 and 0303: what tokens.js makes of a date in a query. */
  function dated(epoch, day) {
    const parts = dayText(epoch, day).split("-");
    return [parts[0], parts[0] + parts[1], parts.join(""), parts[1] + parts[2]].join(" ");
  }

  /** The tokens by event that a search looks through; made once, when first needed. */
  function texts(data) {
    if (!data.texts) {
      const words = function (text) {
        return root.Chronicle.words(text).join(" ");
      };
      const named = function (name, i) {
        return words(name) + " " + this[i];
      };
      const actors = data.facets.actor.name.map(named, data.tokens);
      const places = data.places.name.map(named, data.places.tokens);
      const campaigns = data.facets.campaign.name.map(words);
      const governorates = data.facets.governorate.name.map(words);
      data.texts = data.title.map(function (title, i) {
        return [""].concat(
          words(title),
          places[data.place[i]],
          data.facets.governorate.of[i].map(function (one) {
            return governorates[one];
          }),
          data.facets.actor.of[i].map(function (one) {
            return actors[one];
          }),
          data.facets.campaign.of[i].map(function (one) {
            return campaigns[one];
          }),
          dated(data.epoch, data.first[i]),
          dated(data.epoch, data.last[i])
        ).join(" ");
      });
    }
    return data.texts;
  }

  /** One test per filter that is set, by the filter's name: event -> whether it passes. */
  function tests(data, selection) {
    const found = {};
    FACETS.forEach(function (name) {
      if (selection.chosen[name].length) {
        const facet = data.facets[name];
        const wanted = facet.id.map(function (id) {
          return selection.chosen[name].indexOf(id) >= 0;
        });
        found[name] = function (i) {
          return facet.of[i].some(function (one) {
            return wanted[one];
          });
        };
      }
    });
    if (selection.from || selection.to) {
      const from = selection.from ? monthNumber(selection.from) : -Infinity;
      const to = selection.to ? monthNumber(selection.to) : Infinity;
      found.period = function (i) {
        return data.from[i] <= to && data.to[i] >= from;
      };
    }
    if (selection.place) {
      const place = data.places.id.indexOf(selection.place);
      found.place = function (i) {
        return data.place[i] === place;
      };
    }
    if (selection.lines) {
      found.lines = function (i) {
        return data.lines[i] >= selection.lines;
      };
    }
    if (selection.q) {
      const tokens = root.Chronicle.tokens(selection.q);
      const all = texts(data);
      found.q = function (i) {
        return tokens.every(function (token) {
          return all[i].indexOf(" " + token) >= 0;
        });
      };
    }
    return found;
  }

  /**
   * Filter and count. A count says how many events there would be if only that value were chosen in
   * its own filter and all other filters stayed: so an event that fails one filter still counts there.
   * @param {Object} data the decoded columns
   * @param {Selection} selection
   * @returns {{shown: number[], counts: Object<string, Int32Array>, lines: number[],
   *   months: Int32Array, places: Int32Array}} `shown`: positions in order of time
   */
  function apply(data, selection) {
    const checks = tests(data, selection);
    const names = Object.keys(checks);
    const counts = {};
    FACETS.forEach(function (name) {
      counts[name] = new Int32Array(data.facets[name].id.length);
    });
    const months = new Int32Array(data.months.last - data.months.first + 1);
    const places = new Int32Array(data.places.id.length);
    const lines = LINES.map(function () {
      return 0;
    });
    const shown = [];
    for (let i = 0; i < data.count; i += 1) {
      let failed = "";
      let fails = 0;
      for (let n = 0; n < names.length && fails < 2; n += 1) {
        if (!checks[names[n]](i)) {
          fails += 1;
          failed = names[n];
        }
      }
      if (fails > 1) {
        continue;
      }
      if (!fails) {
        shown.push(i);
      }
      for (let n = 0; n < FACETS.length; n += 1) {
        if (!fails || failed === FACETS[n]) {
          const of = data.facets[FACETS[n]].of[i];
          const into = counts[FACETS[n]];
          for (let k = 0; k < of.length; k += 1) {
            into[of[k]] += 1;
          }
        }
      }
      if (!fails || failed === "period") {
        months[data.from[i] - data.months.first] += 1;
      }
      if (!fails || failed === "place") {
        places[data.place[i]] += 1;
      }
      if (!fails || failed === "lines") {
        LINES.forEach(function (fewest, n) {
          lines[n] += data.lines[i] >= fewest ? 1 : 0;
        });
      }
    }
    return { shown: shown, counts: counts, lines: lines, months: months, places: places };
  }

  /**
   * Put positions in the order of the list.
   * @param {Object} data
   * @param {number[]} shown positions in order of time
   * @param {string} sort one of SORTS
   * @returns {number[]} a new list
   */
  function order(data, shown, sort) {
    if (sort === "oldest") {
      return shown.slice();
    }
    const newest = shown.slice().reverse();
    const by = { lines: data.lines, claims: data.claims }[sort];
    if (!by) {
      return newest;
    }
    return newest.sort(function (one, other) {
      return by[other] - by[one];
    });
  }

  /** The public properties of one event, as both downloads carry them. */
  function row(data, i, address) {
    const place = data.place[i];
    function ids(name) {
      const facet = data.facets[name];
      return facet.of[i].map(function (one) {
        return facet.id[one];
      });
    }
    return {
      id: data.id[i],
      title: data.title[i],
      date_first: dayText(data.epoch, data.first[i]),
      date_last: dayText(data.epoch, data.last[i]),
      type: ids("type")[0],
      place: data.places.id[place],
      place_name: data.places.name[place],
      governorate: ids("governorate")[0] || "",
      latitude: data.places.lat[place],
      longitude: data.places.lon[place],
      radius_km: data.places.radius_km[place],
      grading: ids("grading")[0],
      lines: data.lines[i],
      source_count: data.sources[i],
      claim_count: data.claims[i],
      actors: ids("actor"),
      campaigns: ids("campaign"),
      url: address(data.id[i]),
    };
  }

  /** A cell of RFC 4180; text that a spreadsheet would read as a formula gets an apostrophe. */
  function cell(value) {
    if (typeof value === "number") {
      return String(value);
    }
    const text = Array.isArray(value) ? value.join(";") : String(value === null ? "" : value);
    const safe = /^[=+\-@\t\r']/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /**
   * @param {Object} data
   * @param {number[]} shown
   * @param {function(string): string} address id -> full address of its page
   * @returns {string} CSV with a header, CRLF
   */
  function csv(data, shown, address) {
    const rows = shown.map(function (i) {
      return row(data, i, address);
    });
    const names = Object.keys(rows[0] || { id: "", title: "" });
    const lines = rows.map(function (one) {
      return names.map(function (name) {
        return cell(one[name]);
      }).join(",");
    });
    return [names.join(",")].concat(lines, "").join("\r\n");
  }

  /** The same as GeoJSON (RFC 7946); the geometry is null where the place has no point. */
  function geojson(data, shown, address) {
    return JSON.stringify({
      type: "FeatureCollection",
      features: shown.map(function (i) {
        const properties = row(data, i, address);
        const at = [properties.longitude, properties.latitude];
        delete properties.longitude;
        delete properties.latitude;
        return {
          type: "Feature",
          id: properties.id,
          geometry: at[0] === null ? null : { type: "Point", coordinates: at },
          properties: properties,
        };
      }),
    });
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.selection = {
    FACETS: FACETS,
    LINES: LINES,
    SORTS: SORTS,
    apply: apply,
    csv: csv,
    dayText: dayText,
    decode: decode,
    everything: everything,
    filters: filters,
    geojson: geojson,
    monthNumber: monthNumber,
    monthText: monthText,
    order: order,
    read: read,
    write: write,
  };
})(typeof window === "undefined" ? globalThis : window);
