/* Board: several maps that move together. Side by side, one swiped over the other, or many small ones on one key. */
(function (Atlas) {
  "use strict";

  var SIDE_BY_SIDE = 640;
  var STEP = 5;

  function states(board) {
    return board.panels.map(function (panel) { return panel.home.atlas; }).filter(function (state) { return state && state.geometry; });
  }

  function make(home, data) {
    var board = { home: home, panels: [], data: data, token: 0, at: 50 };
    board.frame = Atlas.make("div", "atlas-board " + data.kind, home);
    board.frame.dataset.testid = "atlas-board";
    board.frame.dataset.kind = data.kind;
    board.bar = Atlas.make("div", "atlas-board-bar", board.frame);
    board.key = Atlas.make("section", "atlas-board-key", board.frame);
    board.grid = Atlas.make("div", "atlas-board-grid", board.frame);
    board.watch = new ResizeObserver(function () {
      board.frame.classList.toggle("stacked", board.frame.clientWidth < SIDE_BY_SIDE);
    });
    board.watch.observe(board.frame);
    board.frame.classList.toggle("stacked", board.frame.clientWidth < SIDE_BY_SIDE);
    return board;
  }

  /** Every map of the board goes where one of them went; a drag moves pixels, a zoom places anew. */
  function together(board, state) {
    function others(act) {
      if (board.moving) { return; }
      board.moving = true;
      try {
        states(board).forEach(function (other) { if (other !== state) { act(other.map); } });
      } finally { board.moving = false; }
    }
    state.map.on("move", function () {
      var centre = state.map.getCenter(), zoom = state.map.getZoom();
      others(function (map) {
        if (map.getZoom() !== zoom) {
          map._move(centre, zoom);
          map.placeAnew = true;
          return;
        }
        var by = map.latLngToContainerPoint(centre).subtract(map.getSize().divideBy(2)).round();
        if (by.x || by.y) { map._rawPanBy(by); map.fire("move"); }
      });
    });
    state.map.on("moveend", function () {
      var centre = state.map.getCenter(), zoom = state.map.getZoom();
      others(function (map) {
        if (map.placeAnew || map.getZoom() !== zoom) {
          map.placeAnew = false;
          map.setView(centre, zoom, { animate: false });
        } else {
          map.fire("moveend");
        }
      });
    });
    state.areas.on("marked", function (event) {
      if (event.kind === "linked") { return; }
      var marks = state.areas.marks, code = state.geometry.ids[marks.focus >= 0 ? marks.focus : marks.hover];
      states(board).forEach(function (other) {
        if (other === state) { return; }
        other.areas.mark("linked", code === undefined ? -1 : other.geometry.ids.indexOf(code));
        if (event.kind === "selected") {
          other.areas.mark("selected", event.area < 0 ? -1 : other.geometry.ids.indexOf(state.geometry.ids[event.area]));
        }
      });
    });
  }

  function panel(board, i) {
    var made = Atlas.make("div", "atlas-panel atlas-panel-" + i, board.grid);
    var title = Atlas.make("h4", "atlas-panel-title", made), home = Atlas.make("div", "atlas-panel-map", made);
    return { made: made, title: title, home: home };
  }

  function link(board) {
    board.panels.forEach(function (one) {
      var state = one.home.atlas;
      if (!state || state.linked) { return; }
      state.linked = true;
      // Two maps that move together cannot wait for one another's animation.
      state.map._zoomAnimated = false;
      state.partners = function () { return states(board).filter(function (other) { return other !== state; }); };
      state.union = function () {
        return states(board).reduce(function (all, each) {
          var own = Atlas.boundsOf(each);
          return own ? (all ? all.extend(own) : own) : all;
        }, null);
      };
      if (board.data.kind === "many") { board.frame.appendChild(state.tip); }
      together(board, state);
    });
  }

  function bar(board, texts) {
    board.bar.textContent = "";
    if (board.data.kind !== "many") { return; }
    [["zoom_in", "+", function (map) { map.zoomIn(); }], ["zoom_out", "\u2212", function (map) { map.zoomOut(); }],
      ["home", "\u2302", function (map, state) { Atlas.fit(state); }]].forEach(function (entry) {
      var button = Atlas.make("button", "atlas-button", board.bar, entry[1]);
      button.type = "button";
      button.title = texts[entry[0]];
      button.setAttribute("aria-label", texts[entry[0]]);
      button.dataset.testid = "atlas-board-" + entry[0];
      button.onclick = function () { var first = states(board)[0]; if (first) { entry[2](first.map, first); } };
    });
  }

  /** One key for all maps of the board: classes and states, each said once. */
  function key(board, texts, inks) {
    var told = board.data.key;
    board.key.textContent = "";
    board.key.hidden = !told;
    if (!told) { return; }
    board.key.dataset.testid = "atlas-board-key";
    board.key.setAttribute("aria-label", texts.legend);
    Atlas.make("p", "atlas-board-key-title", board.key, told.title);
    var list = Atlas.make("ul", "atlas-board-rows", board.key);
    told.rows.forEach(function (row) {
      var item = Atlas.make("li", "", list);
      item.dataset.key = row[0];
      Atlas.swatch(Atlas.make("span", "atlas-swatch", item), inks[row[0]]);
      Atlas.make("span", "", item, row[1]);
    });
  }

  /** What is missing on each small map, with how many areas and people: the one key holds no counts. */
  function counts(board, texts) {
    board.panels.forEach(function (one, i) {
      one.states = one.states || Atlas.make("p", "atlas-panel-states", one.made);
      one.states.dataset.testid = "atlas-panel-states";
      one.states.textContent = board.data.kind !== "many" ? "" : board.data.panels[i].legend.states.map(function (row) {
        var people = row[3] === null ? "" : Atlas.fill(texts.living, { n: Atlas.number(row[3]) });
        return row[1] + ": " + Atlas.number(row[2]) + (people && " (" + people + ")");
      }).join(" · ");
    });
  }

  /** The divider of the swipe: dragged by hand or finger, moved by arrow keys, said in words. */
  function divider(board, texts) {
    if (board.data.kind !== "swipe") { return; }
    var over = board.panels[1].home.atlas;
    if (!board.handle) {
      var handle = board.handle = Atlas.make("div", "atlas-divider", board.grid);
      handle.tabIndex = 0;
      handle.dataset.testid = "atlas-divider";
      handle.setAttribute("role", "slider");
      handle.setAttribute("aria-orientation", "horizontal");
      handle.setAttribute("aria-valuemin", "0");
      handle.setAttribute("aria-valuemax", "100");
      Atlas.make("span", "atlas-divider-grip", handle, "\u2194").setAttribute("aria-hidden", "true");
      handle.addEventListener("pointerdown", function (event) { handle.setPointerCapture(event.pointerId); event.preventDefault(); handle.focus({ preventScroll: true }); });
      handle.addEventListener("pointermove", function (event) {
        if (!handle.hasPointerCapture(event.pointerId)) { return; }
        var box = board.panels[0].home.atlas.stage.getBoundingClientRect();
        board.put((100 * (event.clientX - box.left)) / box.width);
      });
      var keys = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -4 * STEP, PageUp: 4 * STEP, Home: -100, End: 100 };
      handle.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in keys)) { return; }
        event.preventDefault();
        event.stopPropagation();
        board.put(board.at + keys[event.key]);
      });
    }
    board.put = function (share) {
      board.at = Math.max(0, Math.min(100, Math.round(share)));
      over.map.getContainer().style.clipPath = "inset(0 0 0 " + board.at + "%)";
      board.frame.style.setProperty("--atlas-divider", board.at + "%");
      board.handle.setAttribute("aria-valuenow", board.at);
      board.handle.setAttribute("aria-valuetext", Atlas.fill(texts.divider_at, { left: board.at, right: 100 - board.at }));
    };
    board.handle.setAttribute("aria-label", Atlas.fill(texts.divider, {
      left: board.data.titles[0], right: board.data.titles[1] }));
    board.put(board.at);
  }

  /** Shows the maps of one message; each is a map of its own, their shapes are fetched once. */
  Atlas.board = function (home, data, emit, base) {
    var board = home.board || (home.board = make(home, data)), token = ++board.token;
    board.data = data;
    while (board.panels.length > data.panels.length) {
      var gone = board.panels.pop();
      Atlas.hide(gone.home);
      gone.made.remove();
    }
    while (board.panels.length < data.panels.length) { board.panels.push(panel(board, board.panels.length)); }
    var before = states(board).map(function (state) { return state.shapes; }).join();
    var kept = Atlas.kept[data.panels[0].id], left = board.view === undefined && kept && kept.key === data.panels[0].shapes;
    var shown = board.panels.map(function (one, i) {
      one.title.textContent = data.titles[i];
      var fresh = !one.home.atlas, coming = Atlas.show(one.home, Object.assign({ broken: data.broken }, data.panels[i]), emit, base);
      if (fresh && data.kind !== "many" && !board.frame.classList.contains("stacked")) {
        one.home.atlas.legend.dataset.folded = "false";
      }
      return coming;
    });
    link(board);
    return Promise.all(shown).then(function () {
      if (token !== board.token || !states(board).length) { return; }
      var first = states(board)[0];
      board.frame.classList.toggle("dark", first.theme.dark);
      bar(board, first.texts);
      key(board, first.texts, first.inks);
      counts(board, first.texts);
      divider(board, first.texts);
      var now = states(board).map(function (state) { return state.shapes; }).join();
      if (!left && (before !== now || board.view !== data.view)) { Atlas.fit(first); }
      board.view = data.view;
      board.frame.dataset.shown = String((+board.frame.dataset.shown || 0) + 1);
      board.frame.dataset.panels = board.panels.length;
    });
  };

  Atlas.hideBoard = function (home) {
    home.board.watch.disconnect();
    home.board.panels.forEach(function (one) { Atlas.hide(one.home); });
    home.board.frame.remove();
    delete home.board;
  };
})(window.Atlas);
