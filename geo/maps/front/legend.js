/* Legend: classes, states, histogram, source. Built of text nodes only, so that a name can never become markup. */
(function (Atlas) {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";

  function make(kind, name, parent, text) {
    var element = document.createElement(kind);
    if (name) { element.className = name; }
    if (text !== undefined && text !== null) { element.textContent = text; }
    if (parent) { parent.appendChild(element); }
    return element;
  }
  Atlas.make = make;

  Atlas.number = function (value, decimals) {
    if (value === null || value === undefined) { return "–"; }
    return Number(value).toLocaleString("en-US", {
      minimumFractionDigits: decimals || 0, maximumFractionDigits: decimals || 0 })
      // Less than nothing by less than a digit shows is nothing.
      .replace(/^-(?=[0.,]*$)/, "").replace("-", "\u2212");
  };

  Atlas.fill = function (text, values) {
    return (text || "").replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  };

  Atlas.buildLegend = function (home, data, texts, inks, points, onPoints) {
    var folded = home.dataset.folded !== "false";
    home.textContent = "";
    home.dataset.testid = "atlas-legend";
    var toggle = make("button", "atlas-fold", home);
    toggle.type = "button";
    toggle.dataset.testid = "atlas-legend-fold";
    toggle.setAttribute("aria-expanded", String(!folded));
    make("span", "atlas-fold-title", toggle, data.legend.title);
    var word = make("span", "atlas-fold-word", toggle, folded ? texts.show_legend : texts.hide_legend);
    toggle.onclick = function () {
      home.dataset.folded = home.dataset.folded === "false" ? "true" : "false";
      toggle.setAttribute("aria-expanded", String(home.dataset.folded === "false"));
      word.textContent = home.dataset.folded === "false" ? texts.hide_legend : texts.show_legend;
    };
    home.dataset.folded = String(folded);
    var strip = make("span", "atlas-strip", toggle);
    strip.setAttribute("aria-hidden", "true");
    data.legend.rows.forEach(function (row) { Atlas.swatch(make("span", "", strip), inks[row[0]]); });

    var body = make("div", "atlas-legend-body", home);
    make("h3", "atlas-legend-title", body, data.legend.title);
    make("p", "atlas-legend-unit", body, [data.legend.unit, data.legend.year].filter(Boolean).join(" · "));
    histogram(body, data, texts);
    var table = make("table", "atlas-rows", body);
    make("caption", "atlas-hidden", table, texts.legend);
    var head = make("tr", "", make("thead", "", table));
    [["", texts.class], ["", data.legend.places], ["", texts.people]].forEach(function (cell, i) {
      var th = make("th", i ? "atlas-count" : "", head, cell[1]);
      th.scope = "col";
      if (!i) { th.colSpan = 2; }
    });
    var rows = make("tbody", "", table);
    // Highest class first: the eye reads "more" at the top.
    data.legend.rows.slice().reverse().forEach(function (row, i, all) {
      var end = all.length < 2 ? "" : i === 0 ? data.legend.ends[1] : i === all.length - 1 ? data.legend.ends[0] : "";
      legendRow(rows, row, inks, end);
    });
    if (!data.legend.rows.length) { make("p", "atlas-none", body, texts.nothing); }
    data.legend.states.forEach(function (row) { legendRow(rows, row, inks, "").classList.add("atlas-state"); });
    [data.legend.how].concat(data.legend.notes || []).forEach(function (text) {
      if (text) { make("p", "atlas-legend-note", body, text); }
    });
    if (data.over) { overRow(body, data, texts); }
    if (points.length) { pointRows(body, points, texts, onPoints); }
    make("p", "atlas-source", body, data.legend.source);
  };

  function legendRow(rows, row, inks, end) {
    var tr = make("tr", "", rows);
    tr.dataset.key = row[0];
    var swatch = make("span", "atlas-swatch", make("td", "", tr));
    if (inks[row[0]]) { Atlas.swatch(swatch, inks[row[0]]); } else { swatch.classList.add("atlas-undrawn"); }
    var label = make("th", "", tr, row[1]);
    label.scope = "row";
    if (end) { make("span", "atlas-end", label, end); }
    make("td", "atlas-count", tr, Atlas.number(row[2]));
    make("td", "atlas-count", tr, row[3] === null ? "–" : Atlas.number(row[3]));
    return tr;
  }

  function histogram(body, data, texts) {
    var hist = data.legend.histogram;
    if (!hist || !hist.bars.length) { return; }
    var width = 240, height = 54, most = 1;
    hist.bars.forEach(function (bar) { most = Math.max(most, bar[1]); });
    var figure = make("figure", "atlas-histogram", body);
    var svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", texts.histogram);
    svg.setAttribute("data-testid", "atlas-histogram");
    var step = width / hist.bars.length;
    hist.bars.forEach(function (bar, i) {
      if (!bar[1]) { return; }
      var rect = document.createElementNS(SVG, "rect"), tall = Math.max(1.5, (bar[1] / most) * (height - 4));
      rect.setAttribute("x", (i * step + 0.5).toFixed(1));
      rect.setAttribute("width", (step - 1).toFixed(1));
      rect.setAttribute("y", (height - tall).toFixed(1));
      rect.setAttribute("height", tall.toFixed(1));
      rect.setAttribute("fill", data.colours[data.theme.dark ? "dark" : "light"][bar[0]]);
      svg.appendChild(rect);
    });
    figure.appendChild(svg);
    var scale = make("figcaption", "", figure);
    make("span", "", scale, hist.low);
    make("span", "", scale, hist.high);
  }

  function overRow(body, data, texts) {
    var line = make("p", "atlas-over-row", body);
    make("span", "atlas-over-key", line).setAttribute("aria-hidden", "true");
    make("span", "", line, data.over.title);
    line.setAttribute("aria-label", texts.over + ": " + data.over.title);
  }

  function pointRows(body, points, texts, onPoints) {
    var set = make("fieldset", "atlas-point-rows", body);
    make("legend", "", set, texts.points);
    points.forEach(function (entry) {
      var label = make("label", "", set), box = make("input", "", label);
      box.type = "checkbox";
      box.checked = entry.on;
      box.dataset.testid = "atlas-points-" + entry.id;
      box.onchange = function () { onPoints(entry.id, box.checked); };
      var canvas = make("canvas", "", label), ratio = window.devicePixelRatio || 1;
      canvas.width = canvas.height = 18 * ratio;
      canvas.style.width = canvas.style.height = "18px";
      var context = canvas.getContext("2d");
      context.scale(ratio, ratio);
      Atlas.drawPoint(context, entry.shape, 9, 9, 5.5);
      context.fillStyle = entry.colour;
      context.fill();
      make("span", "", label, entry.title + (entry.n === undefined ? "" : " (" + Atlas.number(entry.n) + ")"));
    });
  }
})(window.Atlas);
