/* Shapes: TopoJSON decoded once into flat arrays, cut down to what a zoom can show, found again by a point. */
window.Atlas = window.Atlas || {};
(function (Atlas) {
  "use strict";

  var CELLS = 64;
  var ZOOMS_KEPT = 4;
  // A step shorter than this, in pixels, is not seen.
  var STEP = 0.7;

  function mercator(lon, lat) {
    var sine = Math.sin((lat * Math.PI) / 180);
    return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  }

  /** The same checksum as in Python: FNV-1a over the codes in their order, so that values never land on other shapes. */
  Atlas.orderOf = function (ids) {
    var hash = 0x811c9dc5;
    var text = ids.join(",");
    for (var i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    }
    return ("0000000" + hash.toString(16)).slice(-8);
  };

  function Geometry(topology) {
    var shapes = topology.objects.areas.geometries;
    var transform = topology.transform || { scale: [1, 1], translate: [0, 0] };
    var plain = !topology.transform;
    this.n = shapes.length;
    this.ids = shapes.map(function (shape) { return String(shape.id); });
    this.order = Atlas.orderOf(this.ids);
    this.zooms = new Map();
    this._arcs(topology.arcs, transform, plain);
    this._areas(shapes, transform, plain);
    this._owners();
    this._grid();
  }

  Geometry.prototype._arcs = function (arcs, transform, plain) {
    var first = arcs.length ? arcs[0][0] : [0, 0];
    var start = plain ? first : [transform.translate[0], transform.translate[1]];
    // All positions count from this corner: small numbers keep single precision good at every zoom.
    this.origin = mercator(start[0], start[1]);
    var origin = this.origin;
    this.arcs = arcs.map(function (arc) {
      var x = 0, y = 0;
      var line = new Float64Array(arc.length * 2);
      for (var i = 0; i < arc.length; i++) {
        x = plain ? arc[i][0] : x + arc[i][0];
        y = plain ? arc[i][1] : y + arc[i][1];
        var at = plain ? mercator(x, y) : mercator(
          x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]);
        line[2 * i] = at[0] - origin[0];
        line[2 * i + 1] = at[1] - origin[1];
      }
      return line;
    });
  };

  Geometry.prototype._areas = function (shapes, transform, plain) {
    var n = this.n, self = this;
    this.rings = new Array(n);
    this.box = new Float64Array(4 * n);
    this.spot = new Float64Array(2 * n);
    // Areas without an outline stand at a point; those without either are counted, not drawn.
    this.dot = new Uint8Array(n);
    this.bounds = [Infinity, Infinity, -Infinity, -Infinity];
    shapes.forEach(function (shape, i) {
      var polygons = shape.type === "Polygon" ? [shape.arcs] : shape.type === "MultiPolygon" ? shape.arcs : [];
      var rings = [];
      polygons.forEach(function (polygon) { polygon.forEach(function (ring) { rings.push(ring); }); });
      self.rings[i] = rings;
      var box = [Infinity, Infinity, -Infinity, -Infinity];
      rings.forEach(function (ring) {
        ring.forEach(function (arc) {
          var line = self.arcs[arc < 0 ? ~arc : arc];
          for (var j = 0; j < line.length; j += 2) {
            if (line[j] < box[0]) { box[0] = line[j]; }
            if (line[j + 1] < box[1]) { box[1] = line[j + 1]; }
            if (line[j] > box[2]) { box[2] = line[j]; }
            if (line[j + 1] > box[3]) { box[3] = line[j + 1]; }
          }
        });
      });
      var label = shape.properties && (shape.properties.p || shape.properties.label);
      if (shape.type === "Point") {
        var at = shape.coordinates;
        label = plain ? at : [
          at[0] * transform.scale[0] + transform.translate[0], at[1] * transform.scale[1] + transform.translate[1]];
        self.dot[i] = 1;
      }
      var spot = label ? mercator(label[0], label[1]) : null;
      self.spot[2 * i] = spot ? spot[0] - self.origin[0] : (box[0] + box[2]) / 2;
      self.spot[2 * i + 1] = spot ? spot[1] - self.origin[1] : (box[1] + box[3]) / 2;
      if (!rings.length && spot) {
        box = [self.spot[2 * i], self.spot[2 * i + 1], self.spot[2 * i], self.spot[2 * i + 1]];
      }
      self.box.set(box, 4 * i);
      if (box[0] <= box[2]) {
        self.bounds[0] = Math.min(self.bounds[0], box[0]);
        self.bounds[1] = Math.min(self.bounds[1], box[1]);
        self.bounds[2] = Math.max(self.bounds[2], box[2]);
        self.bounds[3] = Math.max(self.bounds[3], box[3]);
      }
    });
  };

  Geometry.prototype._owners = function () {
    var owners = new Int32Array(2 * this.arcs.length).fill(-1);
    this.rings.forEach(function (rings, i) {
      rings.forEach(function (ring) {
        ring.forEach(function (arc) {
          var at = 2 * (arc < 0 ? ~arc : arc);
          owners[owners[at] < 0 || owners[at] === i ? at : at + 1] = i;
        });
      });
    });
    this.owners = owners;
  };

  /** How strong each arc is drawn: 2 the coast and borders of the highest parent, 1 of the next, 0 all others. */
  Geometry.prototype.rank = function (lengths) {
    var ids = this.ids, owners = this.owners;
    return this.arcs.map(function (_, arc) {
      var a = owners[2 * arc], b = owners[2 * arc + 1];
      if (a < 0) { return -1; }
      if (b < 0) { return 2; }
      for (var i = 0; i < lengths.length; i++) {
        if (ids[a].slice(0, lengths[i]) !== ids[b].slice(0, lengths[i])) { return i === 0 ? 2 : 1; }
      }
      return 0;
    });
  };

  Geometry.prototype._grid = function () {
    var b = this.bounds, width = (b[2] - b[0]) / CELLS || 1, height = (b[3] - b[1]) / CELLS || 1;
    var cells = {};
    for (var i = 0; i < this.n; i++) {
      if (this.dot[i] || !this.rings[i].length) { continue; }
      var x0 = Math.floor((this.box[4 * i] - b[0]) / width), x1 = Math.floor((this.box[4 * i + 2] - b[0]) / width);
      var y0 = Math.floor((this.box[4 * i + 1] - b[1]) / height), y1 = Math.floor((this.box[4 * i + 3] - b[1]) / height);
      for (var x = x0; x <= x1; x++) {
        for (var y = y0; y <= y1; y++) {
          (cells[x * 1000 + y] = cells[x * 1000 + y] || []).push(i);
        }
      }
    }
    this.cells = cells;
    this.cell = [width, height];
  };

  /** The area at a place of the map, -1 where there is none; `reach` is how far a dot can be missed. */
  Geometry.prototype.at = function (x, y, reach) {
    var near = -1, best = reach * reach;
    for (var d = 0; d < this.n; d++) {
      if (!this.dot[d]) { continue; }
      var dx = this.spot[2 * d] - x, dy = this.spot[2 * d + 1] - y;
      if (dx * dx + dy * dy < best) { best = dx * dx + dy * dy; near = d; }
    }
    if (near >= 0) { return near; }
    var found = this.cells[
      Math.floor((x - this.bounds[0]) / this.cell[0]) * 1000 + Math.floor((y - this.bounds[1]) / this.cell[1])] || [];
    for (var k = 0; k < found.length; k++) {
      var i = found[k];
      if (x >= this.box[4 * i] && x <= this.box[4 * i + 2] && y >= this.box[4 * i + 1] && y <= this.box[4 * i + 3] &&
          this.holds(i, x, y)) { return i; }
    }
    return -1;
  };

  Geometry.prototype.holds = function (i, x, y) {
    var inside = false, arcs = this.arcs;
    this.rings[i].forEach(function (ring) {
      ring.forEach(function (arc) {
        var line = arcs[arc < 0 ? ~arc : arc];
        for (var j = 2; j < line.length; j += 2) {
          var ay = line[j - 1], by = line[j + 1];
          if ((ay > y) !== (by > y) && x < ((line[j] - line[j - 2]) * (y - ay)) / (by - ay) + line[j - 2]) {
            inside = !inside;
          }
        }
      });
    });
    return inside;
  };

  /** Arcs in pixels at a zoom, without the steps that nobody sees; neighbours lose the same ones, so no gaps open. */
  Geometry.prototype.atZoom = function (zoom) {
    var known = this.zooms.get(zoom);
    if (known) { return known; }
    var scale = 256 * Math.pow(2, zoom);
    known = this.arcs.map(function (line) {
      var kept = [line[0] * scale, line[1] * scale];
      var last = line.length - 2;
      for (var j = 2; j < last; j += 2) {
        var x = line[j] * scale, y = line[j + 1] * scale;
        if (Math.abs(x - kept[kept.length - 2]) + Math.abs(y - kept[kept.length - 1]) >= STEP) { kept.push(x, y); }
      }
      if (last > 0) { kept.push(line[last] * scale, line[last + 1] * scale); }
      return Float32Array.from(kept);
    });
    if (this.zooms.size >= ZOOMS_KEPT) { this.zooms.delete(this.zooms.keys().next().value); }
    this.zooms.set(zoom, known);
    return known;
  };

  /** Adds one area's rings to the path of a canvas context. */
  Geometry.prototype.trace = function (context, lines, i) {
    var rings = this.rings[i];
    for (var r = 0; r < rings.length; r++) {
      var ring = rings[r];
      for (var a = 0; a < ring.length; a++) {
        var back = ring[a] < 0, line = lines[back ? ~ring[a] : ring[a]], end = line.length - 2;
        if (a === 0) { context.moveTo(line[back ? end : 0], line[back ? end + 1 : 1]); }
        if (back) {
          for (var j = end - 2; j >= 0; j -= 2) { context.lineTo(line[j], line[j + 1]); }
        } else {
          for (var k = 2; k <= end; k += 2) { context.lineTo(line[k], line[k + 1]); }
        }
      }
      context.closePath();
    }
  };

  /** The neighbour a reader means with an arrow key: one that shares a border if any lies that way, else the nearest. */
  Geometry.prototype.towards = function (from, dx, dy, skip) {
    if (!this.touching) {
      this.touching = new Map();
      for (var arc = 0; arc < this.arcs.length; arc++) {
        var a = this.owners[2 * arc], b = this.owners[2 * arc + 1];
        if (a >= 0 && b >= 0 && a !== b) { this._touch(a, b); this._touch(b, a); }
      }
      this._tie();
    }
    // Of several at the very same spot the arrows go through all, one way and the other.
    var step = dx + dy;
    for (var n = from + step; n >= 0 && n < this.n; n += step) {
      if (this.dot[n] && this.spot[2 * n] === this.spot[2 * from] && this.spot[2 * n + 1] === this.spot[2 * from + 1] && !skip(n)) { return n; }
    }
    var beside = this.touching.get(from) || new Set();
    var best = -1, least = Infinity;
    for (var i = 0; i < this.n; i++) {
      if (i === from || skip(i) || !(this.box[4 * i] <= this.box[4 * i + 2])) { continue; }
      var x = this.spot[2 * i] - this.spot[2 * from], y = this.spot[2 * i + 1] - this.spot[2 * from + 1];
      var ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (ahead <= 0 || aside > ahead * (beside.has(i) ? 1.2 : 1.7)) { continue; }
      var cost = Math.sqrt(x * x + y * y) * (1 + aside / ahead) * (beside.has(i) ? 0.4 : 1);
      if (cost < least) { least = cost; best = i; }
    }
    return best;
  };

  /** A dot has no border: the nearest dot and the nearest shape stand for neighbours, or walkers would pass it by. */
  Geometry.prototype._tie = function () {
    for (var d = 0; d < this.n; d++) {
      if (!this.dot[d]) { continue; }
      var best = [-1, -1], least = [Infinity, Infinity];
      for (var i = 0; i < this.n; i++) {
        var x = this.spot[2 * i] - this.spot[2 * d], y = this.spot[2 * i + 1] - this.spot[2 * d + 1], far = x * x + y * y;
        var kind = this.dot[i] ? 0 : 1;
        if (i !== d && far > 0 && far < least[kind] && this.box[4 * i] <= this.box[4 * i + 2]) { least[kind] = far; best[kind] = i; }
      }
      for (var k = 0; k < 2; k++) { if (best[k] >= 0) { this._touch(d, best[k]); this._touch(best[k], d); } }
    }
  };

  Geometry.prototype._touch = function (a, b) {
    if (!this.touching.has(a)) { this.touching.set(a, new Set()); }
    this.touching.get(a).add(b);
  };

  Geometry.prototype.latLngBounds = function (only) {
    var b = [Infinity, Infinity, -Infinity, -Infinity];
    for (var i = 0; i < this.n; i++) {
      if (only && !only(i)) { continue; }
      b[0] = Math.min(b[0], this.box[4 * i]);
      b[1] = Math.min(b[1], this.box[4 * i + 1]);
      b[2] = Math.max(b[2], this.box[4 * i + 2]);
      b[3] = Math.max(b[3], this.box[4 * i + 3]);
    }
    if (!(b[0] <= b[2])) { return only ? this.latLngBounds() : null; }
    return L.latLngBounds(this.latLng(b[0], b[1]), this.latLng(b[2], b[3]));
  };

  Geometry.prototype.latLng = function (x, y) {
    var north = Math.PI * (1 - 2 * (y + this.origin[1]));
    return L.latLng((Math.atan(Math.sinh(north)) * 180) / Math.PI, (x + this.origin[0]) * 360 - 180);
  };

  Geometry.prototype.unproject = function (latlng) {
    var at = mercator(latlng.lng, latlng.lat);
    return [at[0] - this.origin[0], at[1] - this.origin[1]];
  };

  Atlas.mercator = mercator;
  Atlas.Geometry = Geometry;
})(window.Atlas);
