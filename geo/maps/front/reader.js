/* The reader: what is under the pointer, under the keyboard, chosen; said in a card and in a live region. */
(function (Atlas) {
  "use strict";

  var make = Atlas.make;
  var ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  /** All that is known of an area, as lines of text. */
  Atlas.describe = function (state, i) {
    var data = state.data, texts = state.texts, letter = data.values[i];
    var names = state.names, facts = state.facts, k = Atlas.classOf(letter), status = Atlas.statusOf(letter);
    var row = data.legend.rows.filter(function (entry) { return entry[0] === String(k); })[0];
    var value = facts && facts.values[i], lang = data.lang;
    var told = {
      code: state.geometry.ids[i],
      name: names ? names[lang][i] : state.geometry.ids[i],
      within: names && names.within ? names.within[lang][i] || "" : "",
      other: names ? names[lang === "th" ? "en" : "th"][i] : "",
      value: "",
      status: status === "ok" ? "" : texts[status],
      class: row ? Atlas.fill(texts.class_of, { n: k + 1, k: data.legend.rows.length, label: row[1] }) : "",
      swatch: letter,
      base: "",
      range: "",
      note: names && names.note && names.note[lang][state.geometry.ids[i]] || "",
      beside: state.partners ? state.partners().map(function (other) { return besides(other, state.geometry.ids[i], data.legend.unit); }) : []
    };
    if (data.square) {
      // Two values have two lines; the class says in words how both stand.
      told.class = "";
      told.value = row ? row[1] : "";
      told.lines = Atlas.pairLines(state, i);
    } else if (row && data.legend.worded) {
      told.value = row[1];
    } else if (row && value !== null && value !== undefined) {
      told.value = Atlas.number(value, data.decimals) + (data.legend.unit ? " " + data.legend.unit : "");
    } else if (row) {
      told.value = row[1] + (data.legend.unit ? " " + data.legend.unit : "");
    }
    if (facts && facts.base && facts.base[i] !== null && data.legend.base && (row || status === "too_few")) {
      told.base = Atlas.fill(texts.base, { n: Atlas.number(facts.base[i]), unit: data.legend.base });
    }
    if (facts && facts.low && facts.low[i] !== null && facts.high[i] !== null) {
      told.range = Atlas.fill(texts.range, {
        low: Atlas.number(facts.low[i], data.decimals), high: Atlas.number(facts.high[i], data.decimals) });
    }
    return told;
  };

  /** What a map beside this one says of the same area, and what of itself. */
  function besides(other, code, unit) {
    var i = other.geometry.ids.indexOf(code);
    if (i < 0) { return null; }
    var partners = other.partners, told;
    other.partners = null;
    told = Atlas.describe(other, i);
    other.partners = partners;
    // A unit that the card has named already is not said again.
    if (unit && other.data.legend.unit === unit && told.value.slice(-unit.length - 1) === " " + unit) {
      told.value = told.value.slice(0, -unit.length - 1);
    }
    return { title: other.data.beside || other.data.legend.title, ink: other.inks[told.swatch],
      text: [told.value || told.status, told.value ? told.status : ""].filter(Boolean).join(", ") };
  }

  function card(box, state, told) {
    box.textContent = "";
    var title = make("div", "atlas-card-name", box, told.name);
    if (told.other && told.other !== told.name) { make("span", "atlas-card-other", title, told.other); }
    if (told.within) { make("div", "atlas-card-within", box, told.within); }
    var line = make("div", "atlas-card-value", box);
    var ink = state.inks[told.swatch];
    if (ink) { Atlas.swatch(make("span", "atlas-swatch", line), ink); }
    make("strong", "", line, told.value || told.status);
    if (state.data.beside || state.data.legend.year) { make("span", "atlas-card-year", line, state.data.beside || state.data.legend.year); }
    if (told.value && told.status) { make("div", "atlas-card-line", box, told.status); }
    told.beside.filter(Boolean).forEach(function (other) {
      var row = make("div", "atlas-card-beside", box);
      if (other.ink) { Atlas.swatch(make("span", "atlas-swatch", row), other.ink); }
      make("span", "", row, other.title + ": ");
      make("strong", "", row, other.text);
    });
    [].concat(told.lines || [], told.range, told.base, told.note).forEach(function (text) { if (text) { make("div", "atlas-card-line", box, text); } });
  }

  function place(box, state, point) {
    // The card of a small map stands on the board around it, where it has room.
    var frame = box.parentElement.getBoundingClientRect(), stage = state.stage.getBoundingClientRect();
    box.hidden = false;
    var wide = box.offsetWidth, high = box.offsetHeight;
    var left = point.x + stage.left - frame.left, top = point.y + stage.top - frame.top;
    var x = left + 16 + wide > frame.width ? left - wide - 14 : left + 16;
    var y = top + 16 + high > frame.height ? top - high - 12 : top + 16;
    box.style.transform = "translate(" + Math.max(4, Math.round(x)) + "px," + Math.max(4, Math.round(y)) + "px)";
  }

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
