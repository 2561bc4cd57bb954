/* Inset: Bangkok enlarged in a corner that is free; the same areas, colours and marks, pointed at and opened alike.
   Sized: the same areas as circles by their people, at the press of a button. */
(function (Atlas) {
  "use strict";

  var MARGIN = 8, HEAD = 44, SAMPLES = 14;
  var FACE = '"Noto Sans Thai", "Leelawadee UI", Thonburi, "Sarabun", "Source Sans", sans-serif';

  function inside(state) {
    var told = state.data.inset, letters = state.data.values;
    if (!told || state.sized || !state.geometry) { return []; }
    var found = [];
    state.geometry.ids.forEach(function (id, i) {
      if (letters[i] !== "." && told.codes.some(function (code) { return id.slice(0, code.length) === code; })) { found.push(i); }
    });
    return found;
  }

  function build(state) {
    var make = Atlas.make, inset = state.inset = { lines: null, areas: [], folded: false };
    inset.box = make("div", "atlas-inset", state.stage);
    inset.box.dataset.testid = "atlas-inset";
    inset.box.setAttribute("role", "group");
    var head = make("div", "atlas-inset-head", inset.box);
    inset.go = make("button", "atlas-inset-go", head);
    inset.fold = make("button", "atlas-inset-fold", head);
    inset.go.type = inset.fold.type = "button";
    inset.go.dataset.testid = "atlas-inset-go";
    inset.fold.dataset.testid = "atlas-inset-fold";
    inset.canvas = make("canvas", "", inset.box);
    inset.go.onclick = function () {
      var g = state.geometry, areas = inset.areas;
      state.map.fitBounds(g.latLngBounds(function (i) { return areas.indexOf(i) >= 0; }), { padding: [10, 10], animate: false });
      state.map.getContainer().focus({ preventScroll: true });
      state.focusOn(areas[0]);
    };
    inset.fold.onclick = function () { inset.folded = !inset.folded; Atlas.placeInset(state); };
    function under(event) {
      var at = inset.canvas.getBoundingClientRect(), scale = 256 * Math.pow(2, inset.zoom);
      var x = (event.clientX - at.left - inset.shift[0]) / scale, y = (event.clientY - at.top - inset.shift[1]) / scale;
      var i = state.geometry.at(x, y, 0);
      return i >= 0 && state.data.values[i] !== "." ? i : -1;
    }
    inset.canvas.addEventListener("pointermove", function (event) {
      if (event.pointerType === "touch") { return; }
      var frame = state.stage.getBoundingClientRect(), i = under(event);
      inset.canvas.style.cursor = i >= 0 ? "pointer" : "default";
      state.hoverAt(i, { x: event.clientX - frame.left, y: event.clientY - frame.top });
    });
    inset.canvas.addEventListener("pointerleave", function () { state.hoverAt(-1); });
    inset.canvas.addEventListener("click", function (event) {
      var i = under(event);
      if (i < 0) { return; }
      state.hoverAt(-1);
      if (state.finger || state.data.click === "select") { state.choose(i); } else { state.pick(i, "open"); }
    });
    state.map.on("moveend resize", function () { Atlas.placeInset(state); });
    state.areas.on("marked", function () { paint(state); });
  }

  /** New values or shapes: which areas are in the inset, and how large it is. */
  Atlas.dressInset = function (state) {
    if (!state.inset) { build(state); }
    var inset = state.inset, told = state.data.inset, texts = state.texts;
    inset.areas = inside(state);
    if (!inset.areas.length) { inset.box.hidden = true; return; }
    inset.box.setAttribute("aria-label", Atlas.fill(texts.inset, { place: told.title }));
    inset.go.textContent = told.title;
    inset.go.setAttribute("aria-label", Atlas.fill(texts.inset_go, { place: told.title }));
    inset.go.title = Atlas.fill(texts.inset_go, { place: told.title });
    var g = state.geometry, b = [Infinity, Infinity, -Infinity, -Infinity];
    inset.areas.forEach(function (i) {
      for (var k = 0; k < 2; k++) {
        b[k] = Math.min(b[k], g.box[4 * i + k]);
        b[k + 2] = Math.max(b[k + 2], g.box[4 * i + k + 2]);
      }
    });
    inset.bounds = b;
    inset.lines = null;
    Atlas.placeInset(state);
  };

  /** In the first corner where it covers no area; gone while there is none. */
  Atlas.placeInset = function (state) {
    var inset = state.inset;
    if (!inset || !inset.areas.length || !state.areas.values) { return; }
    var stage = [state.stage.clientWidth, state.stage.clientHeight], b = inset.bounds;
    var wide = stage[0] >= 800 ? 230 : stage[0] >= 520 ? 180 : stage[0] >= 400 ? 150 : 128;
    var high = Math.round((wide - 8) * (b[3] - b[1]) / (b[2] - b[0])) + 8;
    inset.size = [wide, high];
    var whole = inset.folded ? [Math.min(wide, 150), HEAD] : [wide, high + HEAD];
    var corner = stage[0] < 300 ? null : [[1, 1], [0, 1], [0, 0]].filter(function (at) {
      var x = at[0] ? stage[0] - whole[0] - MARGIN : MARGIN, y = at[1] ? stage[1] - whole[1] - foot(at[0]) : 62;
      return y > 0 && free(state, x, y, whole[0], whole[1]);
    })[0];
    inset.box.hidden = !corner;
    if (!corner) { return; }
    var set = inset.box.style;
    set.right = corner[0] ? MARGIN + "px" : "auto";
    set.left = corner[0] ? "auto" : MARGIN + "px";
    set.bottom = corner[1] ? foot(corner[0]) + "px" : "auto";
    set.top = corner[1] ? "auto" : "62px";
    set.width = whole[0] + "px";
    inset.canvas.hidden = inset.folded;
    inset.fold.textContent = inset.folded ? "+" : "\u2212";
    inset.fold.setAttribute("aria-expanded", String(!inset.folded));
    inset.fold.setAttribute("aria-label", Atlas.fill(state.texts[inset.folded ? "inset_show" : "inset_fold"], { place: state.data.inset.title }));
    paint(state);
  };

  // In the left corner the button that sizes areas stands below.
  function foot(right) { return right ? MARGIN : 62; }

  function free(state, x, y, wide, high) {
    for (var i = 0; i <= SAMPLES; i++) {
      for (var j = 0; j <= SAMPLES; j++) {
        var at = state.geometry.unproject(state.map.containerPointToLatLng([x + wide * i / SAMPLES, y + high * j / SAMPLES]));
        if (state.geometry.at(at[0], at[1], 0) >= 0) { return false; }
      }
    }
    return true;
  }

  function paint(state) {
    var inset = state.inset;
    if (!inset || inset.box.hidden || inset.folded || !inset.areas.length) { return; }
    var g = state.geometry, canvas = inset.canvas, ratio = window.devicePixelRatio || 1, b = inset.bounds;
    var wide = inset.size[0], high = inset.size[1], theme = state.theme, marks = state.areas.marks;
    var zoom = Math.log2((wide - 8) / (b[2] - b[0]) / 256), scale = 256 * Math.pow(2, zoom);
    if (!inset.lines || inset.zoom !== zoom || inset.of !== g) { inset.lines = g.atZoom(zoom); inset.of = g; }
    inset.zoom = zoom;
    inset.shift = [4 - b[0] * scale, 4 - b[1] * scale];
    canvas.width = Math.round(wide * ratio);
    canvas.height = Math.round(high * ratio);
    canvas.style.height = high + "px";
    var c = canvas.getContext("2d");
    c.setTransform(ratio, 0, 0, ratio, inset.shift[0] * ratio, inset.shift[1] * ratio);
    c.lineJoin = "round";
    function shape(i) { c.beginPath(); g.trace(c, inset.lines, i); }
    var near = [];
    for (var n = 0; n < g.n; n++) {
      if (g.box[4 * n] <= b[2] && g.box[4 * n + 2] >= b[0] && g.box[4 * n + 1] <= b[3] && g.box[4 * n + 3] >= b[1]) { near.push(n); }
    }
    near.forEach(function (i) {
      shape(i);
      c.fillStyle = Atlas.fillOf(c, state.inks[state.data.values[i]] || state.inks["-"]);
      c.fill("evenodd");
      c.lineWidth = near.length > 120 ? 0.4 : 0.9;
      c.strokeStyle = theme.border;
      c.stroke();
    });
    [["selected", 3, theme.ink], ["linked", 3, theme.accent], ["hover", 2.4, theme.ink], ["focus", 3.2, theme.dark ? "#ffd43b" : "#0b57d0"]].forEach(function (mark) {
      if (marks[mark[0]] < 0 || near.indexOf(marks[mark[0]]) < 0) { return; }
      shape(marks[mark[0]]);
      c.lineWidth = mark[1] + 3;
      c.strokeStyle = theme.paper;
      c.stroke();
      c.lineWidth = mark[1];
      c.strokeStyle = mark[2];
      c.stroke();
    });
    if (state.areas.labels) { names(state, c, scale); }
  }

  function names(state, c, scale) {
    var g = state.geometry, taken = [];
    c.font = "500 11px " + FACE;
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.lineWidth = 3;
    c.strokeStyle = state.theme.paper;
    c.fillStyle = state.theme.ink;
    state.inset.areas.forEach(function (i) {
      var name = state.areas.labels[i], width = c.measureText(name).width, x = g.spot[2 * i] * scale, y = g.spot[2 * i + 1] * scale;
      if (width > (g.box[4 * i + 2] - g.box[4 * i]) * scale * 1.1) { return; }
      if (x - width / 2 + state.inset.shift[0] < 1 || x + width / 2 + state.inset.shift[0] > state.inset.size[0] - 1) { return; }
      if (taken.some(function (t) { return Math.abs(t[0] - x) < (t[2] + width) / 2 + 2 && Math.abs(t[1] - y) < 14; })) { return; }
      taken.push([x, y, width]);
      c.strokeText(name, x, y);
      c.fillText(name, x, y);
    });
  }

  /** The button that sizes areas by their people, with the sentence that says so while it is on. */
  Atlas.sizeButton = function (state) {
    var button = state.button.sized, offered = Boolean(state.data.cartogram);
    button.hidden = !offered;
    button.setAttribute("aria-pressed", String(Boolean(state.sized)));
    button.title = state.texts[state.sized ? "by_land" : "by_people"];
    button.setAttribute("aria-label", state.texts.by_people);
    state.sizedNote.hidden = !state.sized;
    state.sizedNote.textContent = state.texts.sized;
    state.frame.dataset.sized = state.sized ? "people" : "land";
  };

  Atlas.toggleSize = function (state) {
    var on = !state.sized;
    [state].concat(state.partners ? state.partners() : []).forEach(function (each) {
      each.sized = on;
      Atlas.show(each.home, each.data, each.emit, each.base);
    });
    state.emit("shape", on ? "people" : "land");
  };
})(window.Atlas);
