/* Paint: one Leaflet layer of three canvases (fills, lines and labels, marks of the reader); a change of values
   repaints the first alone. */
(function (Atlas) {
  "use strict";

  var DOT = 5, SMALLEST_DOT = 1.5;
  var TOGETHER = 16;

  Atlas.Areas = L.Renderer.extend({
    options: { padding: 0.3 },

    initialize: function (options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.painted = 0;
      this.marks = { hover: -1, focus: -1, selected: -1, linked: -1 };
    },

    _initContainer: function () {
      this._container = L.DomUtil.create("div", "atlas-areas");
      this.canvases = ["fill", "line", "mark"].map(function (name) {
        return L.DomUtil.create("canvas", "atlas-" + name, this._container);
      }, this);
    },

    _destroyContainer: function () {
      L.DomUtil.remove(this._container);
      this._container = null;
    },

    getEvents: function () {
      var events = L.Renderer.prototype.getEvents.call(this);
      events.move = this._onMove;
      return events;
    },

    /** Far drags leave the padded canvas: paint again before its edge is seen, not only when the drag ends. */
    _onMove: function () {
      if (!this._bounds || this._map._animatingZoom) { return; }
      var min = this._map.containerPointToLayerPoint([0, 0]);
      var max = this._map.containerPointToLayerPoint(this._map.getSize());
      if (min.x < this._bounds.min.x || min.y < this._bounds.min.y ||
          max.x > this._bounds.max.x || max.y > this._bounds.max.y) { this._update(); }
    },

    _update: function () {
      if (this._map._animatingZoom && this._bounds) { return; }
      L.Renderer.prototype._update.call(this);
      var size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this.canvases.forEach(function (canvas) {
        if (canvas.width !== Math.round(size.x * ratio) || canvas.height !== Math.round(size.y * ratio)) {
          canvas.width = Math.round(size.x * ratio);
          canvas.height = Math.round(size.y * ratio);
          canvas.style.width = size.x + "px";
          canvas.style.height = size.y + "px";
        }
      });
      this._prepare();
      this._paintFill();
      this._paintLine();
      this._paintMark();
    },

    setGeometry: function (geometry, context, ranks) {
      this.geometry = geometry;
      this.context = context || null;
      this.ranks = geometry.rank(ranks || []);
      this.values = "";
      this.labels = null;
      this.marks = { hover: -1, focus: -1, selected: -1, linked: -1 };
      this.bySize = null;
    },

    setValues: function (values, inks, theme) {
      // Lines, labels and marks stay unless never drawn, their colours changed, or other areas are shown.
      var shown = function (letters) { return letters.replace(/[^.]/g, "x"); };
      var fresh = !this.values || shown(values) !== shown(this.values) || JSON.stringify(theme) !== JSON.stringify(this.theme);
      this.values = values;
      this.inks = inks;
      this.theme = theme;
      if (!this._map || !this._bounds) { return; }
      if (fresh || !this.lines) { this._prepare(); this._paintLine(); this._paintMark(); }
      this._paintFill();
    },

    setLabels: function (labels) {
      if (this.labels === labels) { return; }
      this.labels = labels;
      if (this._map && this._bounds && this.geometry) { this._paintLine(); }
    },

    /** Outlines of other areas over these: {geometry, names, url}, or null. */
    setOver: function (over) {
      if ((this.over ? this.over.url : "") === (over ? over.url : "")) { return; }
      this.over = over;
      if (this._map && this._bounds && this.geometry) { this._paintLine(); }
    },

    mark: function (kind, area) {
      if (this.marks[kind] === area) { return; }
      this.marks[kind] = area;
      if (this._map && this._bounds && this.geometry) { this._paintMark(); }
      this.fire("marked", { kind: kind, area: area });
    },

    /** What is needed to paint at this view: lines in pixels, where they go, and which areas can be seen. */
    _prepare: function () {
      if (!this.geometry) { return; }
      var zoom = this._zoom, scale = 256 * Math.pow(2, zoom), g = this.geometry;
      var corner = this._map.getPixelOrigin().add(this._bounds.min), size = this._bounds.getSize();
      this.lines = g.atZoom(zoom);
      this.shift = [g.origin[0] * scale - corner.x, g.origin[1] * scale - corner.y];
      this.seen = [];
      // What an area has on the screen, on the average: thousands of points would else hide each other and the shapes.
      this.room = Math.sqrt(((g.bounds[2] - g.bounds[0]) * (g.bounds[3] - g.bounds[1])) / Math.max(1, g.n)) * scale;
      this.radius = Math.max(SMALLEST_DOT, Math.min(DOT, this.room / 4));
      for (var i = 0; i < g.n; i++) {
        if (g.box[4 * i] * scale + this.shift[0] <= size.x + DOT && g.box[4 * i + 2] * scale + this.shift[0] >= -DOT &&
            g.box[4 * i + 1] * scale + this.shift[1] <= size.y + DOT && g.box[4 * i + 3] * scale + this.shift[1] >= -DOT) {
          this.seen.push(i);
        }
      }
    },

    _open: function (which) {
      var context = this.canvases[which].getContext("2d"), ratio = window.devicePixelRatio || 1;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      if (this.geometry && this.shift) {
        context.setTransform(ratio, 0, 0, ratio, this.shift[0] * ratio, this.shift[1] * ratio);
      }
      return context;
    },

    _paintFill: function () {
      var context = this._open(0), g = this.geometry, values = this.values;
      if (!g || !values) { return; }
      this._paintContext(context);
      var groups = {};
      this.seen.forEach(function (i) { (groups[values[i]] = groups[values[i]] || []).push(i); });
      for (var letter in groups) {
        var ink = this.inks[letter] || this.inks["-"];
        context.fillStyle = Atlas.fillOf(context, ink);
        // A path of some areas: one path of thousands takes three times as long to fill, one path each a little longer.
        for (var start = 0; start < groups[letter].length; start += TOGETHER) {
          context.beginPath();
          groups[letter].slice(start, start + TOGETHER).forEach(function (i) { this._trace(context, i, this.radius); }, this);
          context.fill("evenodd");
        }
      }
      this._veil(context);
      this.painted += 1;
      this.fire("painted");
    },

    /** Where some areas are to stand out, the others step back behind a veil. */
    _veil: function (context) {
      var lit = this.lit;
      if (!lit || !lit.length) { return; }
      var back = this.seen.filter(function (i) { return !lit[i]; });
      context.fillStyle = this.theme.paper;
      context.globalAlpha = 0.72;
      for (var start = 0; start < back.length; start += TOGETHER) {
        context.beginPath();
        back.slice(start, start + TOGETHER).forEach(function (i) { this._trace(context, i, this.radius); }, this);
        context.fill("evenodd");
      }
      context.globalAlpha = 1;
      // Around small areas a full line would hide the colour that it points out.
      context.lineWidth = this.thin || 1;
      context.lineJoin = "round";
      context.strokeStyle = this.theme.ink;
      this.seen.filter(function (i) { return lit[i]; }).forEach(function (i) {
        context.beginPath();
        this._trace(context, i, this.radius);
        context.stroke();
      }, this);
    },

    _trace: function (context, i, radius) {
      var g = this.geometry, scale = 256 * Math.pow(2, this._zoom);
      if (!g.dot[i]) { g.trace(context, this.lines, i); return; }
      context.moveTo(g.spot[2 * i] * scale + radius, g.spot[2 * i + 1] * scale);
      context.arc(g.spot[2 * i] * scale, g.spot[2 * i + 1] * scale, radius, 0, 7);
    },

    /** The land around: neighbours of the province that is looked at, without values. */
    _paintContext: function (context) {
      var land = this.context;
      if (!land) { return; }
      var scale = 256 * Math.pow(2, this._zoom), lines = land.atZoom(this._zoom);
      var dx = (land.origin[0] - this.geometry.origin[0]) * scale, dy = (land.origin[1] - this.geometry.origin[1]) * scale;
      context.save();
      context.translate(dx, dy);
      context.beginPath();
      for (var i = 0; i < land.n; i++) { land.trace(context, lines, i); }
      context.fillStyle = this.theme.land;
      context.fill("evenodd");
      context.lineWidth = 0.8;
      context.strokeStyle = this.theme.mark;
      context.globalAlpha = 0.5;
      context.stroke();
      context.restore();
    },

    _paintLine: function () {
      var context = this._open(1), g = this.geometry;
      if (!g || !this.values) { return; }
      // Thinner where areas are small on the screen, so that lines never hide the colours.
      var thin = this.thin = Math.max(0.25, Math.min(1, this.room / 45));
      var strokes = [[0, thin, this.theme.line], [1, Math.max(0.5, thin * 1.1), this.theme.border], [2, 1.3, this.theme.border]];
      // Circles touch, so that their outlines count twice.
      if (this.circles) { strokes[2][1] = Math.max(0.4, thin * 0.8); }
      context.lineJoin = "round";
      for (var s = 0; s < strokes.length; s++) {
        context.beginPath();
        for (var arc = 0; arc < this.lines.length; arc++) {
          if (this.ranks[arc] < 0 || Math.min(2, this.ranks[arc]) !== strokes[s][0]) { continue; }
          var line = this.lines[arc];
          context.moveTo(line[0], line[1]);
          for (var j = 2; j < line.length; j += 2) { context.lineTo(line[j], line[j + 1]); }
        }
        context.lineWidth = strokes[s][1];
        context.strokeStyle = strokes[s][2];
        context.stroke();
      }
      context.beginPath();
      this.seen.forEach(function (i) { if (g.dot[i]) { this._trace(context, i, this.radius); } }, this);
      context.lineWidth = thin;
      context.strokeStyle = this.theme.border;
      context.stroke();
      if (this.labels) { Atlas.paintLabels(this, context); }
      if (this.over) { Atlas.paintOver(this, context); }
    },

    _outline: function (context, i, width, colour) {
      context.beginPath();
      this._trace(context, i, this.radius + 2);
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    },

    _paintMark: function () {
      var context = this._open(2), t = this.theme, m = this.marks;
      if (!this.geometry || !this.values) { return; }
      context.lineJoin = "round";
      if (m.selected >= 0) {
        this._outline(context, m.selected, 5, t.paper);
        this._outline(context, m.selected, 2.6, t.ink);
      }
      if (m.linked >= 0) {
        this._outline(context, m.linked, 4.4, t.paper);
        this._outline(context, m.linked, 2.4, t.accent);
      }
      if (m.hover >= 0 && m.hover !== m.focus) {
        this._outline(context, m.hover, 3.4, t.paper);
        this._outline(context, m.hover, 1.8, t.ink);
      }
      if (m.focus >= 0) {
        // Two rings of opposite lightness: one of them stands out on any fill.
        this._outline(context, m.focus, 6, t.dark ? "#000000" : "#ffffff");
        this._outline(context, m.focus, 3.2, t.dark ? "#ffd43b" : "#0b57d0");
      }
    }
  });

  Atlas.areas = function (options) { return new Atlas.Areas(options); };
})(window.Atlas);
