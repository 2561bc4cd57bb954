/* The reader: what is under the pointer, under the keyboard, chosen; said in a card and in a live region. */
(function (Atlas) {
  "use strict";

  var make = Atlas.make, card = Atlas.card, place = Atlas.placeCard;
  var ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  Atlas.reader = function (state) {
    var map = state.map, tip = make("div", "atlas-tip", state.stage), chosen = make("div", "atlas-chosen", state.stage);
    tip.dataset.testid = "atlas-tip";
    tip.hidden = chosen.hidden = true;
    chosen.dataset.testid = "atlas-chosen";
    state.tip = tip;
    state.focus = -1;

    function under(event) {
      if (!state.geometry || !state.areas.values) { return -1; }
      var at = state.geometry.unproject(event.latlng);
      // Small dots are hit close by, or they would hide the areas between them from the pointer.
      var i = state.geometry.at(at[0], at[1], (state.areas.radius + 3) / (256 * Math.pow(2, map.getZoom())));
      return i >= 0 && state.data.values[i] === "." ? -1 : i;
    }

    function hover(event) {
      if (state.finger) { return; }
      var group = state.points.at(event.containerPoint);
      if (group) {
        tip.textContent = "";
        var lone = group.items.length === 1, number = Atlas.fill(state.texts.gathered, { n: Atlas.number(group.total) });
        make("div", "atlas-card-name", tip, lone ? group.items[0][2] : number);
        if (lone && group.total > 1) { make("div", "atlas-card-value", tip, number); }
        make("div", "atlas-card-line", tip, group.set.title);
        if (lone && group.items[0][4]) { make("div", "atlas-card-line", tip, group.items[0][4]); }
        if (group.items.length > 1) {
          make("div", "atlas-card-line", tip, group.items.slice(0, 4).map(function (item) { return item[2]; }).join(", ") +
            (group.items.length > 4 ? " …" : ""));
        }
        state.areas.mark("hover", -1);
        place(tip, state, event.containerPoint);
        return;
      }
      var i = under(event);
      state.areas.mark("hover", i);
      state.stage.classList.toggle("over", i >= 0);
      if (i < 0) { tip.hidden = true; return; }
      Atlas.learn(state).then(function () {
        if (state.areas.marks.hover === i) { card(tip, state, Atlas.describe(state, i)); place(tip, state, event.containerPoint); }
      });
    }

    function leave() {
      state.areas.mark("hover", -1);
      tip.hidden = true;
    }

    map.on("mousemove", hover);
    map.on("mouseout dragstart zoomstart", leave);
    map.on("click", function (event) {
      var group = state.points.at(event.containerPoint);
      if (group && group.items.length > 1 && map.getZoom() < map.getMaxZoom()) {
        map.setView(event.latlng, Math.min(map.getMaxZoom(), map.getZoom() + 2));
        return;
      }
      var i = under(event);
      if (i < 0) { return; }
      tip.hidden = true;
      if (state.finger || state.data.click === "select") { choose(i); } else { pick(i, "open"); }
    });

    function pick(i, how) {
      state.emit("picked", { code: state.geometry.ids[i], how: how });
    }

    // A tap chooses: the card says what it is and its button opens, since a finger cannot hover first.
    function choose(i) {
      state.areas.mark("selected", i);
      Atlas.learn(state).then(function () {
        chosen.textContent = "";
        card(make("div", "", chosen), state, Atlas.describe(state, i));
        if (state.data.opens) {
          var open = make("button", "atlas-button atlas-open", chosen, state.texts.open);
          open.type = "button";
          open.dataset.testid = "atlas-open";
          open.onclick = function () { chosen.hidden = true; pick(i, "open"); };
        }
        var close = make("button", "atlas-button atlas-close", chosen, "\u00d7");
        close.type = "button";
        close.setAttribute("aria-label", state.texts.close);
        close.onclick = function () { chosen.hidden = true; };
        chosen.hidden = false;
        say(i);
      });
      pick(i, "select");
    }
    state.forget = function () { chosen.hidden = tip.hidden = true; state.focus = -1; };

    function say(i) {
      var told = Atlas.describe(state, i);
      // On the screen a colour says that there is a value; a voice says it in a word.
      var status = told.status || (told.class ? state.texts.ok : "");
      state.live.textContent = [told.name, told.within, told.value, told.class, status, told.range, told.base, told.note]
        .concat(told.lines || []).concat(told.beside.filter(Boolean).map(function (other) { return other.title + ": " + other.text; }))
        .filter(Boolean).join(". ");
    }

    function focus(i) {
      if (i < 0) { state.live.textContent = state.texts.edge; return; }
      state.focus = i;
      state.areas.mark("focus", i);
      var g = state.geometry, at = g.latLng(g.spot[2 * i], g.spot[2 * i + 1]);
      if (!map.getBounds().pad(-0.08).contains(at)) { map.panTo(at, { animate: false }); }
      Atlas.learn(state).then(function () {
        if (state.focus !== i) { return; }
        say(i);
        card(tip, state, Atlas.describe(state, i));
        place(tip, state, map.latLngToContainerPoint(at));
      });
    }
    state.focusOn = focus;
    state.choose = choose;
    state.pick = pick;
    state.hoverAt = function (i, point) {
      state.areas.mark("hover", i);
      if (i < 0) { tip.hidden = true; return; }
      Atlas.learn(state).then(function () {
        if (state.areas.marks.hover === i) { card(tip, state, Atlas.describe(state, i)); place(tip, state, point); }
      });
    };
    state.tell = function (i) { Atlas.learn(state).then(function () { say(i); }); };
    /** Marks an area that something beside the map points at, with its card where the area can be seen. */
    state.showAt = function (i) {
      state.areas.mark("hover", i);
      if (i < 0) { tip.hidden = true; return; }
      var g = state.geometry, at = g.latLng(g.spot[2 * i], g.spot[2 * i + 1]);
      Atlas.learn(state).then(function () {
        if (state.areas.marks.hover !== i) { return; }
        tip.hidden = !map.getBounds().contains(at);
        if (!tip.hidden) { card(tip, state, Atlas.describe(state, i)); place(tip, state, map.latLngToContainerPoint(at)); }
      });
    };

    function skip(i) { return state.data.values[i] === "."; }

    function first() {
      var code = state.data.selected, g = state.geometry, i = code ? g.ids.indexOf(code) : -1;
      if (i >= 0) { return i; }
      var centre = g.unproject(map.getCenter()), best = -1, least = Infinity;
      for (var j = 0; j < g.n; j++) {
        var d = Math.hypot(g.spot[2 * j] - centre[0], g.spot[2 * j + 1] - centre[1]);
        if (!skip(j) && d < least) { least = d; best = j; }
      }
      return best;
    }

    function walk(from, step) {
      for (var i = from + step; i >= 0 && i < state.geometry.n; i += step) { if (!skip(i)) { return i; } }
      return -1;
    }

    var KEYS = {
      Enter: function (i) { if (i >= 0) { pick(i, "open"); } },
      " ": function (i) { if (i >= 0) { state.areas.mark("selected", i); pick(i, "select"); } },
      Escape: function () { if (state.data.up) { state.emit("up", true); } },
      "+": function () { map.zoomIn(); }, "=": function () { map.zoomIn(); },
      "-": function () { map.zoomOut(); }, "_": function () { map.zoomOut(); },
      "0": function () { Atlas.fit(state, true); },
      Home: function () { focus(walk(-1, 1)); },
      End: function () { focus(walk(state.geometry.n, -1)); },
      PageDown: function (i) { focus(walk(i, 1)); },
      PageUp: function (i) { focus(walk(i < 0 ? state.geometry.n : i, -1)); }
    };

    state.stage.addEventListener("keydown", function (event) {
      if (event.target !== map.getContainer() || event.ctrlKey || event.metaKey || event.altKey || !state.geometry) { return; }
      var arrow = ARROWS[event.key];
      if (!arrow && !KEYS[event.key]) { return; }
      event.preventDefault();
      event.stopPropagation();
      if (!arrow) { KEYS[event.key](state.focus); return; }
      focus(state.focus < 0 ? first() : state.geometry.towards(state.focus, arrow[0], arrow[1], skip));
    });
    map.getContainer().addEventListener("blur", function () {
      state.areas.mark("focus", -1);
      tip.hidden = true;
    });
    map.getContainer().addEventListener("focus", function () {
      if (state.focus >= 0 && map.getContainer().matches(":focus-visible")) { state.areas.mark("focus", state.focus); }
    });
  };
})(window.Atlas);
