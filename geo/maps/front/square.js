/* Square: the key of a map of two variables, three by three, and its scatter; map and scatter mark the same area. */
(function (Atlas) {
  "use strict";

  var make = Atlas.make;
  var WIDE = 320, HIGH = 250, LEFT = 62, BOTTOM = 46, TOP = 10, RIGHT = 12, REACH = 14, DOT = 4;

  /** Values of both variables of an area as two lines of text. */
  Atlas.pairLines = function (state, i) {
    var facts = state.facts, told = state.data.square;
    return ["need", "provision"].map(function (name) {
      var axis = told[name], value = facts ? facts[name === "need" ? "values" : "second"][i] : null;
      var unsure = facts && facts.doubt && +facts.doubt[i] & (name === "need" ? 1 : 2);
      return axis.title + ": " + (value === null || value === undefined ? state.texts.no_data :
        Atlas.number(value, axis.decimals) + " " + axis.unit) + " (" + axis.year + ")" +
        (unsure ? " \u00b7 " + state.texts.doubtful : "");
    });
  };

  Atlas.buildSquare = function (home, data, texts, inks, state) {
    var folded = home.dataset.folded !== "false", told = data.square;
    home.textContent = "";
    home.dataset.testid = "atlas-legend";
    home.dataset.folded = String(folded);
    var fold = make("button", "atlas-fold", home), word;
    fold.type = "button";
    fold.dataset.testid = "atlas-legend-fold";
    fold.setAttribute("aria-expanded", String(!folded));
    make("span", "atlas-fold-title", fold, texts.square);
    word = make("span", "atlas-fold-word", fold, folded ? texts.show_legend : texts.hide_legend);
    fold.onclick = function () {
      var open = home.dataset.folded === "true";
      home.dataset.folded = String(!open);
      fold.setAttribute("aria-expanded", String(open));
      word.textContent = open ? texts.hide_legend : texts.show_legend;
    };
    var body = make("div", "atlas-legend-body", home);
    key(body, data, texts, inks);
    states(body, data, texts, inks);
    data.legend.notes.forEach(function (text) { make("p", "atlas-legend-note", body, text); });
    scatter(body, state, told, texts, inks);
    make("p", "atlas-source", body, data.legend.source);
  };

  function key(body, data, texts, inks) {
    var told = data.square, rows = {};
    data.legend.rows.forEach(function (row) { rows[row[0]] = row; });
    var table = make("table", "atlas-square", body);
    table.dataset.testid = "atlas-square";
    make("caption", "", table, texts.square);
    var head = make("tr", "", make("thead", "", table));
    var corner = make("td", "", head);
    make("span", "atlas-square-axis", corner, told.need.word + " \u2193");
    make("span", "atlas-square-axis", corner, told.provision.word + " \u2192");
    told.provision.bands.forEach(function (band) { side(head, band, "col"); });
    var rowsHome = make("tbody", "", table);
    // Most need at the top, least provision at the left: the first cell is where to look first.
    told.need.bands.slice().reverse().forEach(function (need) {
      var tr = make("tr", "", rowsHome);
      side(tr, need, "row");
      told.provision.bands.forEach(function (provision) {
        var letter = String(3 * need[0] + provision[0]), row = rows[letter], td = make("td", "atlas-square-cell", tr);
        td.dataset.key = letter;
        Atlas.swatch(make("span", "atlas-square-colour", td), inks[letter]);
        var chip = make("span", "atlas-square-count", td, Atlas.number(row[2]));
        make("span", "atlas-hidden", chip, " " + data.legend.places + ", " + row[1] + ". ");
        if (row[3] !== null) { make("small", "", chip, Atlas.fill(texts.living, { n: Atlas.number(row[3]) })); }
      });
    });
  }

  function side(tr, band, scope) {
    var th = make("th", "", tr, band[1]);
    th.scope = scope;
    make("small", "", th, band[2]);
  }

  function states(body, data, texts, inks) {
    var table = make("table", "atlas-rows", body);
    make("caption", "atlas-hidden", table, texts.legend);
    var rows = make("tbody", "", table);
    data.legend.states.forEach(function (row) {
      var tr = make("tr", "atlas-state", rows), th;
      tr.dataset.key = row[0];
      var swatch = make("span", "atlas-swatch", make("td", "", tr));
      if (inks[row[0]]) { Atlas.swatch(swatch, inks[row[0]]); } else { swatch.classList.add("atlas-undrawn"); }
      th = make("th", "", tr, row[1]);
      th.scope = "row";
      make("td", "atlas-count", tr, Atlas.number(row[2]));
      make("td", "atlas-count", tr, row[3] === null ? "–" : Atlas.fill(texts.living, { n: Atlas.number(row[3]) }));
    });
  }

  /** Where a value stands on an axis, 0 to 1; by its logarithm where a few values dwarf all others. */
  function scaleOf(axis, values) {
    var known = values.filter(function (v) { return v !== null && v !== undefined; });
    var low = Math.min.apply(null, known), high = Math.max.apply(null, known);
    var log = axis.log && low > 0, of = function (v) { return log ? Math.log(v) : v; }, span = of(high) - of(low) || 1;
    return { at: function (v) { return (of(v) - of(low)) / span; }, low: low, high: high };
  }

  function scatter(body, state, told, texts, inks) {
    var figure = make("figure", "atlas-scatter", body), frame = make("div", "atlas-scatter-frame", figure);
    var canvas = make("canvas", "", frame), caption = make("figcaption", "", figure, texts.scatter_hint);
    caption.dataset.testid = "atlas-scatter-caption";
    frame.tabIndex = 0;
    frame.dataset.testid = "atlas-scatter";
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", Atlas.fill(texts.scatter, { need: told.need.title, provision: told.provision.title }));
    var ratio = window.devicePixelRatio || 1, spots = [], here = -1, byX = [], byY = [];
    canvas.width = WIDE * ratio;
    canvas.height = HIGH * ratio;
    state.scatter = { spots: spots, drawn: 0, marked: function () { return here < 0 ? null : state.geometry.ids[here]; } };

    Atlas.learn(state).then(function () {
      var facts = state.facts, letters = state.data.values;
      if (!facts || !canvas.isConnected) { return; }
      var x = scaleOf(told.provision, facts.second.filter(function (_, i) { return letters[i] !== "."; }));
      var y = scaleOf(told.need, facts.values.filter(function (_, i) { return letters[i] !== "."; }));
      state.geometry.ids.forEach(function (_, i) {
        if (Atlas.classOf(letters[i]) < 0) { return; }
        spots[i] = [LEFT + x.at(facts.second[i]) * (WIDE - LEFT - RIGHT), HIGH - BOTTOM - y.at(facts.values[i]) * (HIGH - TOP - BOTTOM)];
        byX.push(i);
      });
      byY = byX.slice().sort(function (a, b) { return spots[b][1] - spots[a][1]; });
      byX.sort(function (a, b) { return spots[a][0] - spots[b][0]; });
      state.scatter.drawn = byX.length;
      paint(x, y);
      state.scatter.paint = function () { paint(x, y); };
    });

    function paint(x, y) {
      var c = canvas.getContext("2d"), t = state.theme;
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      c.clearRect(0, 0, WIDE, HIGH);
      c.strokeStyle = t.mark;
      c.lineWidth = 1;
      c.setLineDash([3, 3]);
      told.provision.cuts.forEach(function (cut) {
        var at = LEFT + x.at(cut) * (WIDE - LEFT - RIGHT);
        c.beginPath(); c.moveTo(at, TOP); c.lineTo(at, HIGH - BOTTOM); c.stroke();
      });
      told.need.cuts.forEach(function (cut) {
        var at = HIGH - BOTTOM - y.at(cut) * (HIGH - TOP - BOTTOM);
        c.beginPath(); c.moveTo(LEFT, at); c.lineTo(WIDE - RIGHT, at); c.stroke();
      });
      c.setLineDash([]);
      c.strokeStyle = t.ink;
      c.beginPath(); c.moveTo(LEFT, TOP); c.lineTo(LEFT, HIGH - BOTTOM); c.lineTo(WIDE - RIGHT, HIGH - BOTTOM); c.stroke();
      c.fillStyle = t.ink;
      c.font = "12px " + (getComputedStyle(frame).fontFamily || "sans-serif");
      c.textBaseline = "middle";
      c.textAlign = "right";
      c.fillText(Atlas.number(y.low, told.need.decimals), LEFT - 5, HIGH - BOTTOM - 5);
      c.fillText(Atlas.number(y.high, told.need.decimals), LEFT - 5, TOP + 6);
      c.textBaseline = "top";
      c.textAlign = "left";
      c.fillText(Atlas.number(x.low, told.provision.decimals), LEFT, HIGH - BOTTOM + 6);
      c.textAlign = "right";
      c.fillText(Atlas.number(x.high, told.provision.decimals), WIDE - RIGHT, HIGH - BOTTOM + 6);
      c.textAlign = "center";
      c.fillText(told.provision.title, (LEFT + WIDE - RIGHT) / 2, HIGH - 19, WIDE - LEFT - RIGHT);
      c.save();
      c.translate(12, (TOP + HIGH - BOTTOM) / 2);
      c.rotate(-Math.PI / 2);
      c.fillText(told.need.title, 0, -4, HIGH - TOP - BOTTOM);
      c.restore();
      var small = byX.length > 1500 ? 2 : byX.length > 300 ? 3 : DOT;
      byX.forEach(function (i) {
        dot(c, spots[i], small, inks[state.data.values[i]].fill, t.ink, 0.7);
      });
      var marks = state.areas.marks;
      here = [marks.focus, marks.hover, marks.linked, marks.selected].filter(function (i) { return i >= 0 && spots[i]; })[0];
      here = here === undefined ? -1 : here;
      if (here >= 0) {
        dot(c, spots[here], 8, t.paper, t.paper, 2);
        dot(c, spots[here], 6.5, inks[state.data.values[here]].fill, t.ink, 2.5);
      }
      caption.textContent = here < 0 ? texts.scatter_hint :
        [state.names ? state.names[state.data.lang][here] : state.geometry.ids[here]].concat(Atlas.pairLines(state, here)).join(" · ");
      frame.dataset.marked = here < 0 ? "" : state.geometry.ids[here];
    }

    function dot(c, at, radius, fill, stroke, width) {
      c.beginPath();
      c.arc(at[0], at[1], radius, 0, 7);
      c.fillStyle = fill;
      c.fill();
      c.lineWidth = width;
      c.strokeStyle = stroke;
      c.stroke();
    }

    function nearest(event) {
      var box = canvas.getBoundingClientRect(), zoom = WIDE / box.width, best = -1, least = REACH * REACH;
      var px = (event.clientX - box.left) * zoom, py = (event.clientY - box.top) * zoom;
      byX.forEach(function (i) {
        var d = (spots[i][0] - px) * (spots[i][0] - px) + (spots[i][1] - py) * (spots[i][1] - py);
        if (d < least) { least = d; best = i; }
      });
      return best;
    }

    function step(list, by) {
      var at = list.indexOf(here);
      return list[at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + by))];
    }

    frame.addEventListener("pointermove", function (event) { state.showAt(nearest(event)); });
    frame.addEventListener("pointerleave", function () { state.showAt(-1); });
    frame.addEventListener("blur", function () { state.showAt(-1); });
    frame.addEventListener("click", function (event) { var i = nearest(event); if (i >= 0) { state.choose(i); } });
    frame.addEventListener("keydown", function (event) {
      var moves = { ArrowRight: [byX, 1], ArrowLeft: [byX, -1], ArrowUp: [byY, 1], ArrowDown: [byY, -1],
        Home: [byX, -1e6], End: [byX, 1e6] }, move = moves[event.key], acts = { Enter: 1, " ": 1, Escape: 1 };
      if (event.ctrlKey || event.altKey || event.metaKey || !(move || acts[event.key]) || !byX.length) { return; }
      event.preventDefault();
      event.stopPropagation();
      if (move) {
        var i = step(move[0], move[1]);
        state.showAt(i);
        state.tell(i);
      } else if (event.key === "Escape") {
        if (state.data.up) { state.emit("up", true); }
      } else if (here >= 0) {
        state.emit("picked", { code: state.geometry.ids[here], how: event.key === "Enter" ? "open" : "select" });
      }
    });
    if (!state.scatterHeard) {
      state.scatterHeard = true;
      state.areas.on("marked", function () {
        if (state.scatter && state.scatter.paint && state.data.square) { state.scatter.paint(); }
      });
    }
  }
})(window.Atlas);
