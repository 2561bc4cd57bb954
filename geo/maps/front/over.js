/* Over: outlines of other areas, such as local authorities, on top of the colours; points where no outline is known. */
(function (Atlas) {
  "use strict";

  var SIZE = 12;
  var FACE = '"Noto Sans Thai", "Leelawadee UI", Thonburi, "Sarabun", "Source Sans", sans-serif';

  Atlas.paintOver = function (layer, context) {
    var over = layer.over, g = over.geometry, scale = 256 * Math.pow(2, layer._zoom), lines = g.atZoom(layer._zoom);
    var own = layer.geometry.origin, colour = layer.theme.dark ? "#7ee0b8" : "#0b6e4f";
    context.save();
    context.translate((g.origin[0] - own[0]) * scale, (g.origin[1] - own[1]) * scale);
    context.lineJoin = "round";
    // A pale seam under the line keeps it apart from the borders and from every class colour.
    [[4, layer.theme.paper], [1.8, colour]].forEach(function (stroke) {
      context.beginPath();
      for (var i = 0; i < g.n; i++) {
        if (!g.dot[i]) { g.trace(context, lines, i); continue; }
        var x = g.spot[2 * i] * scale, y = g.spot[2 * i + 1] * scale;
        context.moveTo(x + 5, y);
        context.arc(x, y, 5, 0, 7);
      }
      context.lineWidth = stroke[0];
      context.strokeStyle = stroke[1];
      context.stroke();
    });
    context.font = "600 " + SIZE + "px " + FACE;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineWidth = 3;
    over.names.forEach(function (name, i) {
      var x = g.spot[2 * i] * scale, y = g.spot[2 * i + 1] * scale + (g.dot[i] ? SIZE : 0);
      context.strokeStyle = layer.theme.paper;
      context.strokeText(name, x, y);
      context.fillStyle = colour;
      context.fillText(name, x, y);
    });
    context.restore();
  };

  /** Where names of outlines stand, as left, top, right, bottom in the pixels of the map's own areas. */
  Atlas.overBoxes = function (layer, context) {
    if (!layer.over) { return []; }
    var g = layer.over.geometry, own = layer.geometry.origin, scale = 256 * Math.pow(2, layer._zoom);
    context.font = "600 " + SIZE + "px " + FACE;
    return layer.over.names.map(function (name, i) {
      var x = (g.origin[0] - own[0] + g.spot[2 * i]) * scale, half = context.measureText(name).width / 2;
      var y = (g.origin[1] - own[1] + g.spot[2 * i + 1]) * scale + (g.dot[i] ? SIZE : 0);
      return [x - half, y - SIZE, x + half, y + SIZE];
    });
  };

  /** Fetches the outlines a message asks for and lays them over the map; without any, takes them away. */
  Atlas.layOver = function (state, fetched) {
    var wanted = state.data.over, url = wanted ? wanted.shapes : "", token = state.token;
    if (!wanted) {
      state.frame.dataset.over = "0";
      state.areas.setOver(null);
      return;
    }
    fetched(url).then(function (geometry) {
      if (state.token !== token) { return; }
      state.areas.setOver({ geometry: geometry, names: wanted.names, url: url });
      state.frame.dataset.over = String(geometry.n);
    }).catch(function () { state.frame.dataset.over = "0"; });
  };
})(window.Atlas);
