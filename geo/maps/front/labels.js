/* Labels: names where there is room for them, the largest areas first, none over another. */
(function (Atlas) {
  "use strict";

  var FONT = 12;
  var SPARSE = 0.05;
  var FACE = '"Noto Sans Thai", "Leelawadee UI", Thonburi, "Sarabun", "Source Sans", sans-serif';

  Atlas.paintLabels = function (layer, context) {
    var g = layer.geometry, scale = 256 * Math.pow(2, layer._zoom), names = layer.labels;
    if (!layer.bySize) {
      layer.bySize = Array.from({ length: g.n }, function (_, i) { return i; }).sort(function (a, b) {
        return extent(g, b) - extent(g, a);
      });
      layer.widths = {};
    }
    // Names of what lies over the map were asked for: an area's own name gives way to them.
    var visible = new Set(layer.seen), taken = [], over = Atlas.overBoxes(layer, context), size = layer._bounds.getSize();
    function meets(box) { return left < box[2] && right > box[0] && top < box[3] && bottom > box[1]; }
    var left, right, top, bottom;
    context.font = "500 " + FONT + "px " + FACE;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    // Dark letters on the darkest class are read by their seam alone.
    context.lineWidth = 4;
    context.strokeStyle = layer.theme.paper;
    context.fillStyle = layer.theme.ink;
    layer.bySize.forEach(function (i) {
      if (!visible.has(i) || !names[i] || layer.values[i] === ".") { return; }
      var wide = (g.box[4 * i + 2] - g.box[4 * i]) * scale, high = (g.box[4 * i + 3] - g.box[4 * i + 1]) * scale;
      if (high < FONT * 1.4 || wide < 24) { return; }
      var width = layer.widths[names[i]] = layer.widths[names[i]] || context.measureText(names[i]).width;
      if (width > wide * 1.15) { return; }
      var x = g.spot[2 * i] * scale, y = g.spot[2 * i + 1] * scale;
      left = x - width / 2 - 3; right = x + width / 2 + 3; top = y - FONT * 0.85; bottom = y + FONT * 0.85;
      if (left + layer.shift[0] < 0 || right + layer.shift[0] > size.x) { return; }
      if (over.some(meets) || taken.some(meets)) { return; }
      taken.push([left, top, right, bottom, names[i], x, y]);
    });
    // A handful of names among hundreds of areas says more of their size than of the land: wait for a closer look.
    // Areas outside of what is shown have no name anyway.
    var shown = layer.seen.filter(function (i) { return layer.values[i] !== "."; }).length;
    if (taken.length < shown * SPARSE) { taken = []; }
    taken.forEach(function (label) {
      context.globalAlpha = 0.95;
      context.strokeText(label[4], label[5], label[6]);
      context.globalAlpha = 1;
      context.fillText(label[4], label[5], label[6]);
    });
    layer.labelled = taken.length;
  };

  function extent(g, i) {
    return (g.box[4 * i + 2] - g.box[4 * i]) * (g.box[4 * i + 3] - g.box[4 * i + 1]);
  }
})(window.Atlas);
