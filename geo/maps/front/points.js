/* Points over the areas: one canvas, gathered in squares of a finger's size where they are dense. */
(function (Atlas) {
  "use strict";

  var SHAPES = ["circle", "square", "triangle", "diamond", "cross"];
  // Okabe and Ito's colours, which the common kinds of colour blindness keep apart.
  var COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"];

  Atlas.pointStyle = function (position) {
    return { shape: SHAPES[position % SHAPES.length], colour: COLOURS[position % COLOURS.length] };
  };

  Atlas.drawPoint = function (context, shape, x, y, size) {
    context.beginPath();
    if (shape === "square") {
      context.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
    } else if (shape === "triangle") {
      context.moveTo(x, y - size * 1.1);
      context.lineTo(x + size, y + size * 0.8);
      context.lineTo(x - size, y + size * 0.8);
      context.closePath();
    } else if (shape === "diamond") {
      context.moveTo(x, y - size * 1.2);
      context.lineTo(x + size * 1.1, y);
      context.lineTo(x, y + size * 1.2);
      context.lineTo(x - size * 1.1, y);
      context.closePath();
    } else if (shape === "cross") {
      context.rect(x - size * 0.4, y - size * 1.1, size * 0.8, size * 2.2);
      context.rect(x - size * 1.1, y - size * 0.4, size * 2.2, size * 0.8);
    } else {
      context.arc(x, y, size, 0, 7);
    }
  };

  Atlas.Points = L.Renderer.extend({
    options: { padding: 0.3, cell: 44 },

    initialize: function (options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.sets = [];
      this.drawn = [];
    },

    _initContainer: function () {
      this._container = L.DomUtil.create("canvas", "atlas-points");
    },

    _destroyContainer: function () {
      L.DomUtil.remove(this._container);
      this._container = null;
    },

    /** sets: [{id, title, shape, colour, items: [[lat, lon, name, how many things stand there, note], ...]}] */
    setPoints: function (sets, theme) {
      this.sets = sets;
      this.theme = theme;
      if (this._map && this._bounds) { this._paint(); }
    },

    _update: function () {
      if (this._map._animatingZoom && this._bounds) { return; }
      L.Renderer.prototype._update.call(this);
      var size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1, canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.width = Math.round(size.x * ratio);
      canvas.height = Math.round(size.y * ratio);
      canvas.style.width = size.x + "px";
      canvas.style.height = size.y + "px";
      this._paint();
    },

    _paint: function () {
      var canvas = this._container, context = canvas.getContext("2d"), ratio = window.devicePixelRatio || 1;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.drawn = [];
      if (!this.sets.length) { return; }
      var scale = 256 * Math.pow(2, this._zoom), corner = this._map.getPixelOrigin().add(this._bounds.min);
      var size = this._bounds.getSize(), cell = this.options.cell, self = this;
      this.sets.forEach(function (set) {
        var cells = new Map();
        set.items.forEach(function (item) {
          var at = item.spot = item.spot || Atlas.mercator(item[1], item[0]);
          var wx = at[0] * scale, wy = at[1] * scale, x = wx - corner.x, y = wy - corner.y;
          if (x < 0 || y < 0 || x > size.x || y > size.y) { return; }
          // Squares count from the world's corner, so that a drag does not regroup the points.
          var key = Math.floor(wx / cell) + "/" + Math.floor(wy / cell);
          var group = cells.get(key);
          if (!group) { cells.set(key, group = { set: set, items: [], x: 0, y: 0, total: 0 }); }
          group.items.push(item);
          group.total += item[3];
          group.x += x;
          group.y += y;
        });
        cells.forEach(function (group) {
          group.x /= group.items.length;
          group.y /= group.items.length;
          group.r = group.total === 1 ? 5 : Math.min(20, 8 + Math.sqrt(group.total));
          self.drawn.push(group);
        });
      });
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.font = "600 11px sans-serif";
      this.drawn.forEach(function (group) {
        Atlas.drawPoint(context, group.total === 1 ? group.set.shape : "circle", group.x, group.y, group.r);
        context.fillStyle = group.set.colour;
        context.fill();
        context.lineWidth = 1.6;
        context.strokeStyle = "#ffffff";
        context.stroke();
        if (group.total > 1) {
          context.fillStyle = "#ffffff";
          context.fillText(group.total > 999 ? "999+" : group.total, group.x, group.y + 0.5);
        }
      });
    },

    /** The group of points under a place of the map's frame, or null. */
    at: function (containerPoint) {
      if (!this.drawn.length) { return null; }
      var at = this._map.containerPointToLayerPoint(containerPoint).subtract(this._bounds.min);
      for (var i = this.drawn.length - 1; i >= 0; i--) {
        var group = this.drawn[i], reach = group.r + 3;
        if (Math.abs(group.x - at.x) <= reach && Math.abs(group.y - at.y) <= reach) { return group; }
      }
      return null;
    }
  });

  Atlas.points = function (options) { return new Atlas.Points(options); };
})(window.Atlas);
