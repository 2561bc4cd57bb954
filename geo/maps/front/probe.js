/* Probe: what a test or a support call may ask of the maps on the page; nothing of the atlas itself uses it. */
(function (Atlas) {
  "use strict";

  /** What a test or a support call needs to know of the maps on the page. */
  Atlas.probe = function (position) {
    var state = Atlas.shown[position || 0];
    if (!state || !state.geometry) { return null; }
    return {
      zoom: state.map.getZoom(),
      centre: [state.map.getCenter().lat, state.map.getCenter().lng],
      painted: state.areas.painted,
      areas: state.geometry.n,
      sized: Boolean(state.sized),
      inset: state.inset && !state.inset.box.hidden ? state.inset.areas.map(function (i) { return state.geometry.ids[i]; }) : [],
      insetPixelOf: function (code) {
        var g = state.geometry, i = g.ids.indexOf(code), scale = 256 * Math.pow(2, state.inset.zoom);
        var at = state.inset.canvas.getBoundingClientRect();
        return [at.left + state.inset.shift[0] + g.spot[2 * i] * scale, at.top + state.inset.shift[1] + g.spot[2 * i + 1] * scale];
      },
      scatter: state.scatter ? state.scatter.drawn : 0,
      scatterMarked: state.scatter ? state.scatter.marked() : null,
      scatterPixelOf: function (code) {
        var canvas = state.legend.querySelector(".atlas-scatter canvas"), at = canvas.getBoundingClientRect();
        var spot = state.scatter.spots[state.geometry.ids.indexOf(code)], zoom = at.width / 320;
        return [at.left + spot[0] * zoom, at.top + spot[1] * zoom];
      },
      marked: Object.fromEntries(Object.entries(state.areas.marks).map(function (mark) {
        return [mark[0], mark[1] < 0 ? null : state.geometry.ids[mark[1]]];
      })),
      focused: state.focus < 0 ? null : state.geometry.ids[state.focus],
      selected: state.areas.marks.selected < 0 ? null : state.geometry.ids[state.areas.marks.selected],
      labels: state.areas.labelled || 0,
      lit: state.geometry.ids.filter(function (code, i) { return (state.areas.lit || [])[i]; }),
      error: state.error.textContent,
      values: state.data.values,
      valueOf: function (code) { return state.data.values[state.geometry.ids.indexOf(code)]; },
      pixelOf: function (code) {
        var i = state.geometry.ids.indexOf(code), g = state.geometry;
        var at = state.map.latLngToContainerPoint(g.latLng(g.spot[2 * i], g.spot[2 * i + 1]));
        var frame = state.map.getContainer().getBoundingClientRect();
        return [at.x + frame.left, at.y + frame.top];
      },
      colourAt: function (code) {
        var i = state.geometry.ids.indexOf(code), ratio = window.devicePixelRatio || 1, g = state.geometry;
        var scale = 256 * Math.pow(2, state.areas._zoom);
        var x = (g.spot[2 * i] * scale + state.areas.shift[0]) * ratio, y = (g.spot[2 * i + 1] * scale + state.areas.shift[1]) * ratio;
        return Array.from(state.areas.canvases[0].getContext("2d").getImageData(Math.round(x), Math.round(y), 1, 1).data);
      },
      repaintMs: function (times) {
        var took = [];
        for (var i = 0; i < (times || 5); i++) {
          var start = performance.now();
          state.areas.setValues(state.data.values, state.inks, state.theme);
          state.areas.canvases[0].getContext("2d").getImageData(0, 0, 1, 1);
          took.push(performance.now() - start);
        }
        return took;
      }
    };
  };
})(window.Atlas);
