/**
 * The map of the explore page: Leaflet on a canvas, over the project's own base map. Map units are
 * those of the drawing (one hundredth of a degree of latitude); Leaflet's y runs upwards.
 */
(function (root) {
  "use strict";

  const CLOSENESS = 0.85;
  const SMALLEST = 7;
  const LARGEST = 18;
  /** The drawing ends at its western edge, in map units; the sea goes on. */
  const WESTERN_EDGE = 5;
  const FAR_WEST = -3000;
  /** Kilometres from which a place is an area rather than a settlement: its edge is broken. */
  const ROUGH = 15;
  /** Below this width, in pixels, what a symbol tells stands under the map: a popup would cover it. */
  const NARROW = 520;
  /** So many symbols in sight are named at most. */
  const NAMED = 40;
  /** Pixels between the edge of a symbol and the middle of its name. */
  const BELOW = 9;

  /** Leaflet points of a flat list x, y, x, y ... */
  function points(flat) {
    const found = [];
    for (let i = 0; i < flat.length; i += 2) {
      found.push([-flat[i + 1], flat[i]]);
    }
    return found;
  }

  /** Map units of degrees, as [-y, x]. */
  function project(map, latitude, longitude) {
    return [-(map.north - latitude) * 100, (longitude - map.west) * 100 * map.shortening];
  }

  /** The radius of a symbol in pixels: its area grows with the events, up to a limit. */
  function radius(events) {
    return Math.min(SMALLEST + 2.2 * (Math.sqrt(events) - 1), LARGEST);
  }

  /**
   * Merge places that would cover each other. Larger ones come first; a symbol that grows with what
   * it takes in is laid down again, until nothing overlaps.
   * @param {{x: number, y: number, events: number, place: number}[]} places in pixels
   * @returns {{x: number, y: number, events: number, places: number[]}[]}
   */
  function symbols(places) {
    const size = 2 * LARGEST;
    const cells = new Map();

    function cell(x, y, dx, dy) {
      return (Math.floor(x / size) + dx) * 100000 + Math.floor(y / size) + dy;
    }

    /** Take the first symbol that the given one overlaps out of the cells around it. */
    function taken(one) {
      const own = radius(one.events);
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          const near = cells.get(cell(one.x, one.y, dx, dy)) || [];
          const index = near.findIndex(function (other) {
            const apart = Math.hypot(other.x - one.x, other.y - one.y);
            return apart < CLOSENESS * (own + radius(other.events));
          });
          if (index >= 0) {
            return near.splice(index, 1)[0];
          }
        }
      }
      return null;
    }

    places
      .slice()
      .sort(function (one, other) {
        return other.events - one.events || one.place - other.place;
      })
      .forEach(function (place) {
        let one = { x: place.x, y: place.y, events: place.events, places: [place.place] };
        for (let other = taken(one); other; other = taken(one)) {
          const larger = other.events >= one.events ? other : one;
          one = {
            x: larger.x,
            y: larger.y,
            events: one.events + other.events,
            places: other.places.concat(one.places),
          };
        }
        const key = cell(one.x, one.y, 0, 0);
        cells.set(key, (cells.get(key) || []).concat(one));
      });
    return Array.from(cells.values()).flat();
  }

  /** A circle with its number in it, drawn by Leaflet's canvas. */
  function symbolClass(L, colours) {
    return L.CircleMarker.extend({
      _updatePath: function () {
        this._renderer._updateCircle(this);
        const events = this.options.events;
        if (events < 2 || this._empty()) {
          return;
        }
        const ctx = this._renderer._ctx;
        ctx.fillStyle = colours().number;
        ctx.font = "700 " + Math.round(this._radius * 0.95) + "px system-ui, sans-serif";
        ctx.textAlign = "center";
        ctx.textBaseline = "middle";
        ctx.fillText(String(events), this._point.x, this._point.y);
      },
    });
  }

  /** Colours of the page's own style sheet, read again whenever light and dark change. */
  function palette(element) {
    const style = root.getComputedStyle(element);
    function colour(name) {
      return style.getPropertyValue(name).trim();
    }
    return {
      land: colour("--map-land"),
      syria: colour("--map-syria"),
      water: colour("--map-water"),
      line: colour("--map-line"),
      chosen: colour("--map-chosen"),
      outline: colour("--ink-soft"),
      symbol: colour("--accent"),
      strong: colour("--accent-strong"),
      edge: colour("--sheet"),
      number: colour("--on-accent"),
    };
  }

  /**
   * Start the map.
   * @param {HTMLElement} element
   * @param {Object} data the decoded columns
   * @param {{zoomIn: string, zoomOut: string}} words
   * @param {{inside: function(number[]): HTMLElement, below: function(HTMLElement | null),
   *   moved: function(string)}} tell `below` puts what a symbol tells under the map, or takes it away
   * @returns {{show: function(Int32Array, Object), see: function(string), fit: function(number[])}}
   */
  function start(element, data, words, tell) {
    const L = root.L;
    const base = data.map;
    let colours = palette(element);
    const map = L.map(element, {
      crs: L.CRS.Simple,
      preferCanvas: true,
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      zoomDelta: 0.5,
      minZoom: -2,
      maxZoom: 5,
      maxBoundsViscosity: 0.7,
      fadeAnimation: false,
      // A thumb that scrolls the page must get past the map: two fingers move it.
      dragging: !root.matchMedia("(pointer: coarse)").matches,
    });
    const whole = L.latLngBounds(
      [-base.bounds[3] - 12, base.bounds[0] - 12], [-base.bounds[1] + 12, base.bounds[2] + 12]
    );
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    map.setMaxBounds(whole.pad(0.35));
    map.fitBounds(whole);
    map.setMinZoom(Math.min(map.getZoom(), 0));
    const Symbol = symbolClass(L, function () {
      return colours;
    });
    // The ground and its names lie in panes of their own below the symbols, so that a change of the
    // selection draws the symbols only.
    map.createPane("ground").style.zIndex = 350;
    map.createPane("names").style.zIndex = 380;
    const renderer = L.canvas({ pane: "ground", padding: 0.3 });
    const ground = L.layerGroup().addTo(map);
    const names = L.layerGroup().addTo(map);
    const top = L.layerGroup().addTo(map);
    const located = data.places.id.map(function (_, place) {
      const radius = data.places.radius_km[place];
      return radius === null || data.places.lat[place] === null
        ? null
        : project(base, data.places.lat[place], data.places.lon[place]);
    });
    const labels = [];
    const symbolNames = L.layerGroup().addTo(map);
    let drawn = [];
    let counts = new Int32Array(data.places.id.length);
    let chosen = {};

    function line(lines, options) {
      const style = Object.assign({ interactive: false, smoothFactor: 0.5, renderer: renderer }, options);
      L.polyline(lines.map(points), style).addTo(ground);
    }

    function drawGround() {
      ground.clearLayers();
      const plain = { interactive: false, stroke: false, fillOpacity: 1, renderer: renderer };
      const sea = base.sea.map(function (value, index) {
        return index % 2 === 0 && value <= WESTERN_EDGE ? FAR_WEST : value;
      });
      L.polygon(points(sea), Object.assign({}, plain, { fillColor: colours.water })).addTo(ground);
      line(base.borders, { color: colours.line, weight: 1, dashArray: "5 3" });
      base.governorates.forEach(function (rings, index) {
        const picked = (chosen.governorate || []).indexOf(data.facets.governorate.id[index]) >= 0;
        L.polygon([points(rings[0])], {
          interactive: false,
          renderer: renderer,
          color: colours.line,
          weight: 0.8,
          fillColor: picked ? colours.chosen : colours.syria,
          fillOpacity: 1,
        }).addTo(ground);
      });
      line(base.rivers, { color: colours.water, weight: 2 });
      base.lakes.forEach(function (lake) {
        L.polygon(points(lake), Object.assign({}, plain, { fillColor: colours.water })).addTo(ground);
      });
      line(base.outline, { color: colours.outline, weight: 1.4 });
    }

    /** Lay down a name; returns it with where it stands. */
    function label(text, at, kind, layer) {
      const icon = L.divIcon({ className: "explore-label " + kind, html: "", iconSize: [0, 0] });
      const marker = L.marker(at, { icon: icon, interactive: false, keyboard: false, pane: "names" });
      marker.addTo(layer);
      const inner = root.document.createElement("span");
      inner.textContent = text;
      marker.getElement().appendChild(inner);
      marker.getElement().setAttribute("aria-hidden", "true");
      return { span: inner, at: marker.getLatLng() };
    }

    function drawNames() {
      data.facets.governorate.name.forEach(function (name, index) {
        const at = base.labels[index];
        labels.push(label(name, [-at[1], at[0]], "", names));
      });
      base.neighbours.forEach(function (one) {
        labels.push(label(one[0], [-one[2], one[1]], "explore-label-abroad", names));
      });
    }

    /** The place with the most events among those that a symbol stands for. */
    function main(symbol) {
      return symbol.places.reduce(function (best, place) {
        return counts[place] > counts[best] ? place : best;
      });
    }

    function isChosen(symbol) {
      return symbol.places.some(function (place) {
        return data.places.id[place] === chosen.place;
      });
    }

    /** Name the symbols in sight after the place that holds most of their events. */
    function nameSymbols() {
      symbolNames.clearLayers();
      const sight = map.getBounds();
      const seen = drawn.filter(function (symbol) {
        return sight.contains(map.layerPointToLatLng([symbol.x, symbol.y]));
      });
      return seen.length > NAMED ? [] : seen.filter(function (symbol) {
        return 2 * counts[main(symbol)] > symbol.events;
      }).sort(function (one, other) {
        return Number(isChosen(other)) - Number(isChosen(one)) || other.events - one.events;
      }).map(function (symbol) {
        const at = map.layerPointToLatLng([symbol.x, symbol.y + radius(symbol.events) + BELOW]);
        const name = data.places.name[main(symbol)].split(/[,\u060c]/)[0];
        return Object.assign(label(name, at, "explore-label-place", symbolNames), { of: symbol });
      });
    }

    /** Hide the names that a symbol, a name before them or the edge of the map would cover; never
     * that of the chosen place. */
    function makeRoom() {
      const size = map.getSize();
      const taken = [];
      nameSymbols().concat(labels).forEach(function (one) {
        const at = map.latLngToLayerPoint(one.at);
        const edge = map.latLngToContainerPoint(one.at);
        const wide = one.span.offsetWidth / 2;
        const high = one.span.offsetHeight / 2;
        const covered = !(one.of && isChosen(one.of)) && (edge.x < wide || edge.x > size.x - wide || edge.y < high || edge.y > size.y - high
          || drawn.some(function (symbol) {
            const reach = radius(symbol.events);
            return symbol !== one.of && Math.abs(symbol.x - at.x) < wide + reach && Math.abs(symbol.y - at.y) < high + reach;
          })
          || taken.some(function (other) {
            return Math.abs(other.x - at.x) < wide + other.wide && Math.abs(other.y - at.y) < high + other.high;
          }));
        one.span.classList.toggle("explore-label-covered", covered);
        if (!covered) {
          taken.push({ x: at.x, y: at.y, wide: wide, high: high });
        }
      });
    }

    function drawSymbols() {
      top.clearLayers();
      const places = [];
      counts.forEach(function (events, place) {
        if (events && located[place]) {
          const at = map.latLngToLayerPoint(located[place]);
          places.push({ x: at.x, y: at.y, events: events, place: place });
        }
      });
      drawn = symbols(places);
      makeRoom();
      drawn.forEach(function (symbol) {
        const picked = isChosen(symbol);
        const rough = symbol.places.every(function (place) {
          return data.places.radius_km[place] >= ROUGH;
        });
        const marker = new Symbol(map.layerPointToLatLng([symbol.x, symbol.y]), {
          radius: radius(symbol.events),
          events: symbol.events,
          color: picked || rough ? colours.strong : colours.edge,
          weight: picked ? 4 : rough ? 2 : 1.5,
          dashArray: rough ? "4 2.5" : null,
          fillColor: colours.symbol,
          fillOpacity: rough ? 0.72 : 0.9,
          bubblingMouseEvents: false,
        });
        marker.on("click", function () {
          const inside = tell.inside(symbol.places);
          if (element.clientWidth < NARROW) {
            tell.below(inside);
            return;
          }
          L.popup({ maxWidth: 280, minWidth: 200, maxHeight: 220, autoPanPadding: [12, 12] })
            .setLatLng(marker.getLatLng())
            .setContent(inside)
            .openOn(map);
        });
        marker.addTo(top);
      });
    }

    function redraw() {
      colours = palette(element);
      element.style.backgroundColor = colours.land;
      drawGround();
      drawSymbols();
    }

    let told = "";
    map.on("zoomend", drawSymbols);
    map.on("moveend", function () {
      makeRoom();
      const centre = map.getCenter();
      const at = [
        (base.north + centre.lat / 100).toFixed(2),
        (centre.lng / 100 / base.shortening + base.west).toFixed(2),
        String(map.getZoom()),
      ].join(",");
      if (told && told !== at) {
        tell.moved(at);
      }
      told = at;
    });
    root.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    new root.MutationObserver(redraw).observe(root.document.documentElement, {
      attributes: true,
      attributeFilter: ["data-scheme"],
    });
    drawNames();
    redraw();
    map.fire("zoomend");
    map.fire("moveend");

    return {
      /** Show events by place; `selection` tells which place and governorates stand out. */
      show: function (places, selection) {
        const before = String(chosen.governorate);
        counts = places;
        chosen = { place: selection.place, governorate: selection.chosen.governorate };
        if (String(chosen.governorate) !== before) {
          drawGround();
        }
        map.closePopup();
        tell.below(null);
        drawSymbols();
      },
      /** Go to a centre and zoom as the address keeps them, or to the whole country. */
      see: function (at) {
        if (at === told) {
          return;
        }
        const parts = at.split(",").map(Number);
        told = "";
        if (at) {
          map.setView(project(base, parts[0], parts[1]), parts[2], { animate: false });
        } else {
          map.fitBounds(whole, { animate: false });
        }
      },
      /** Go to where the given places are. */
      fit: function (places) {
        const there = places
          .map(function (place) {
            return located[place];
          })
          .filter(Boolean);
        if (there.length) {
          map.fitBounds(L.latLngBounds(there).pad(0.2), { maxZoom: 3, animate: false });
        }
      },
      resize: function () {
        map.invalidateSize({ animate: false });
      },
    };
  }

  root.Chronicle = root.Chronicle || {};
  root.Chronicle.exploreMap = { start: start, symbols: symbols, project: project };
})(typeof window === "undefined" ? globalThis : window);
