/* Show: the one door from Python. Builds the map once per element, then only exchanges shapes and values. */
(function (Atlas) {
  "use strict";

  var load = Atlas.load, geometryOf = Atlas.geometryOf;
  Atlas.kept = Atlas.kept || {};
  Atlas.shown = [];

  function build(home, data) {
    var make = Atlas.make, state = { home: home, data: data, token: 0, finger: false };
    state.frame = make("div", "atlas", home);
    state.frame.dataset.testid = "atlas";
    state.stage = make("div", "atlas-stage", state.frame);
    var holder = make("div", "atlas-map", state.stage);
    holder.id = "atlas_map";
    var built = Atlas.folium();
    // folium names its element; the name is free again for the next map on the page.
    holder.id = "atlas-" + Math.random().toString(36).slice(2, 8);
    state.map = built.map;
    state.areas = built.areas;
    state.points = built.points;
    holder.tabIndex = 0;
    holder.dataset.testid = "atlas-map";
    holder.setAttribute("role", "application");
    var help = make("p", "atlas-hidden", state.stage);
    help.id = holder.id + "-help";
    holder.setAttribute("aria-describedby", help.id);
    state.help = help;
    state.live = make("div", "atlas-hidden", state.stage);
    state.live.setAttribute("aria-live", "polite");
    state.live.dataset.testid = "atlas-live";
    state.error = make("div", "atlas-error", state.stage);
    state.error.setAttribute("role", "alert");
    state.error.dataset.testid = "atlas-error";
    state.error.hidden = true;
    state.note = make("div", "atlas-note", state.stage);
    state.note.setAttribute("role", "status");
    state.note.dataset.testid = "atlas-note";
    state.note.hidden = true;
    state.credit = make("div", "atlas-credit", state.stage);
    state.sizedNote = make("div", "atlas-sized", state.stage);
    state.sizedNote.setAttribute("role", "status");
    state.sizedNote.dataset.testid = "atlas-sized";
    state.legend = make("section", "atlas-legend", state.frame);
    state.emit = function () {};
    state.switched = {};
    Atlas.buttons(state);
    Atlas.hands(state);
    Atlas.reader(state);
    state.areas.on("painted", function () { state.frame.dataset.painted = state.areas.painted; });
    state.map.on("moveend", function () {
      state.frame.dataset.zoom = state.map.getZoom();
      Atlas.kept[data.id] = { key: state.shapes, centre: state.map.getCenter(), zoom: state.map.getZoom() };
    });
    state.watch = new ResizeObserver(function () {
      state.frame.classList.toggle("narrow", state.frame.clientWidth < 640);
      state.map.invalidateSize({ animate: false, debounceMoveend: true });
    });
    state.watch.observe(state.frame);
    Atlas.shown.push(state);
    return state;
  }

  /** Where the areas lie that this map shows; null before its shapes have come. */
  Atlas.boundsOf = function (state) {
    var letters = state.data.values;
    return state.geometry ? state.geometry.latLngBounds(function (i) { return letters[i] !== "."; }) : null;
  };

  Atlas.fit = function (state, animate) {
    var bounds = state.union ? state.union() : Atlas.boundsOf(state);
    if (bounds) { state.map.fitBounds(bounds, { padding: [14, 14], animate: Boolean(animate) }); }
  };

  function fail(state, text) {
    state.error.textContent = text;
    state.error.hidden = !text;
    state.frame.dataset.error = text ? "yes" : "";
  }

  function changeShapes(state, geometry, context) {
    var data = state.data, kept = Atlas.kept[data.id];
    state.geometry = geometry;
    state.forget();
    state.areas.setGeometry(geometry, context, data.parents);
    state.shapes = data.shapes;
    state.drawnFrom = addressOf(state, data);
    state.areas.circles = state.sized;
    state.frame.classList.toggle("narrow", state.frame.clientWidth < 640);
    state.map.invalidateSize({ animate: false });
    if (data.view) {
      state.map.setView([data.view[0], data.view[1]], data.view[2], { animate: false });
    } else if (kept && kept.key === data.shapes) {
      state.map.setView(kept.centre, kept.zoom, { animate: false });
    } else {
      Atlas.fit(state);
    }
  }

  function baseMap(state) {
    var wanted = state.data.base_map, url = wanted ? wanted.url : "";
    if (state.tilesUrl === url) { return; }
    if (state.tiles) { state.tiles.remove(); state.tiles = null; }
    state.tilesUrl = url;
    state.note.hidden = true;
    state.stage.classList.remove("over-tiles");
    if (wanted) {
      state.tiles = L.tileLayer(url, { maxZoom: 18 }).addTo(state.map);
      // Areas let streets shine through once there are any: until then their colours are those of the legend.
      state.tiles.once("tileload", function () { state.stage.classList.add("over-tiles"); });
      state.tiles.once("tileerror", function () {
        state.note.textContent = state.texts.tiles_failed;
        state.note.hidden = false;
      });
    }
    state.credit.textContent = wanted ? wanted.attribution : "";
  }

  function overlay(state) {
    var wanted = (state.data.points || []).map(function (entry, i) {
      var style = Atlas.pointStyle(i);
      return { id: entry.id, title: entry.title, n: entry.n, url: entry.url, shape: style.shape, colour: style.colour,
        on: entry.id in state.switched ? state.switched[entry.id] : Boolean(entry.on) };
    });
    var token = state.token, lang = state.data.lang === "th" ? 2 : 3;
    Promise.all(wanted.filter(function (entry) { return entry.on; }).map(function (entry) {
      return load(entry.url, state.base).then(function (file) {
        return { id: entry.id, title: entry.title, shape: entry.shape, colour: entry.colour,
          items: file.map(function (item) { return [item[0], item[1], item[lang] || item[2], item[4] || 1, item[lang + 3] || ""]; }) };
      }).catch(function () { return { items: [] }; });
    })).then(function (sets) { if (state.token === token) { state.points.setPoints(sets, state.theme); } });
    return wanted;
  }

  function dress(state) {
    var data = state.data;
    state.theme = data.theme = Atlas.themeOf(state.home);
    state.frame.classList.toggle("dark", state.theme.dark);
    state.inks = Atlas.inks(state.theme, data.colours[state.theme.dark ? "dark" : "light"]);
  }

  function labels(state) {
    var data = state.data;
    if (!data.labels) { state.areas.setLabels(null); return; }
    load(data.names, state.base).then(function (names) {
      if (state.data === data) { state.areas.setLabels(names[data.lang]); }
    }).catch(function () {});
  }

  /** One flag an area from four to a letter; none at all when no area is to stand out. */
  function lit(letters, n) {
    var flags = [];
    for (var i = 0; letters && i < n; i++) { flags.push(parseInt(letters[i >> 2], 16) >> (3 - i % 4) & 1); }
    return flags;
  }

  function put(state) {
    var data = state.data, geometry = state.geometry;
    dress(state);
    fail(state, "");
    var map = state.map.getContainer();
    // Maps beside one another are told apart by what stands over each: a year, a layer, an office.
    var title = [data.legend.title, data.beside || data.legend.year].filter(Boolean).join(", ");
    map.setAttribute("aria-label", Atlas.fill(state.texts.application, { title: title }));
    state.help.textContent = [data.summary, state.texts.keys].filter(Boolean).join(" ");
    if (state.labelsOf !== data.names + data.lang) { state.areas.labels = null; state.areas.bySize = null; }
    state.labelsOf = data.names + data.lang;
    state.areas.lit = lit(data.lit, geometry.n);
    state.areas.setValues(data.values, state.inks, state.theme);
    state.areas.mark("selected", data.selected ? geometry.ids.indexOf(data.selected) : -1);
    labels(state);
    baseMap(state);
    Atlas.layOver(state, function (address) { return geometryOf(address, state.base); });
    Atlas.nameButtons(state);
    Atlas.sizeButton(state);
    var redraw = function (id, on) { state.switched[id] = on; overlay(state); };
    state.names = state.facts = null;
    state.frame.classList.toggle("pair", Boolean(data.square));
    if (data.square) {
      overlay(state);
      Atlas.buildSquare(state.legend, data, state.texts, state.inks, state);
    } else {
      Atlas.buildLegend(state.legend, data, state.texts, state.inks, overlay(state), redraw);
    }
    Atlas.dressInset(state);
    state.frame.dataset.layer = data.layer;
    state.frame.dataset.level = data.level;
    state.frame.dataset.areas = geometry.n;
    state.frame.dataset.zoom = state.map.getZoom();
    state.frame.dataset.shown = String((+state.frame.dataset.shown || 0) + 1);
  }

  /** Where the shapes of a message lie: the land, or circles by people where the reader chose these. */
  function addressOf(state, data) { return state.sized && data.cartogram ? data.cartogram : data.shapes; }

  /** Shows a message of Python in an element; the newest message wins, whatever arrives first. */
  Atlas.show = function (home, data, emit, base) {
    var state = home.atlas || (home.atlas = build(home, data));
    var token = ++state.token;
    // What the reader pressed on the map stands until Python says something new.
    var told = Boolean(data.sized);
    if (told !== state.toldSized) { state.toldSized = state.sized = told; }
    if (!data.cartogram) { state.sized = false; }
    state.emit = emit;
    state.base = base || "";
    if (data.height) { state.frame.style.setProperty("--atlas-height", data.height + "px"); }
    return Promise.all([
      load(data.texts, state.base),
      geometryOf(addressOf(state, data), state.base),
      // Under circles lies the land itself.
      data.around || state.sized ? geometryOf(state.sized ? data.shapes : data.around, state.base).catch(function () { return null; }) : null
    ]).then(function (known) {
      if (token !== state.token) { return; }
      state.texts = known[0];
      if (known[1].order !== data.order || known[1].n !== data.values.length) {
        // Colours on the wrong areas are worse than none.
        state.areas.setGeometry(known[1], null, []);
        state.areas._update();
        fail(state, state.texts.mismatch);
        return;
      }
      var before = state.shapes;
      state.data = data;
      if (before !== data.shapes || state.drawnFrom !== addressOf(state, data)) { state.areas.values = ""; changeShapes(state, known[1], known[2]); }
      put(state);
      // A reader who opened an area from the keyboard hears what she stands in front of now.
      if (before && before !== data.shapes && document.activeElement === state.map.getContainer()) {
        state.live.textContent = data.summary;
      }
    }).catch(function (error) {
      if (token !== state.token) { return; }
      fail(state, (data.broken || (state.texts && state.texts.failed) || "") + " (" + error.message + ")");
    });
  };

  Atlas.hide = function (home) {
    if (home.board) { Atlas.hideBoard(home); return; }
    var state = home.atlas;
    if (!state) { return; }
    state.watch.disconnect();
    state.tip.remove();
    state.map.remove();
    state.frame.remove();
    Atlas.shown = Atlas.shown.filter(function (other) { return other !== state; });
    delete home.atlas;
  };
})(window.Atlas);
