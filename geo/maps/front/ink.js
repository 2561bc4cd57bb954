/* Inks: what each letter of the values looks like, as a canvas fill and as a swatch of the legend. */
(function (Atlas) {
  "use strict";

  var TILE = 8;
  /* One character per area: 0-8 class, a-i class of low confidence, A-I class inherited from the parent,
     - no data, ~ too few, x not applicable, v inherited without a class, . outside the reader's filter. */
  Atlas.classOf = function (letter) {
    if (letter >= "0" && letter <= "8") { return +letter; }
    if (letter >= "a" && letter <= "i") { return letter.charCodeAt(0) - 97; }
    if (letter >= "A" && letter <= "I") { return letter.charCodeAt(0) - 65; }
    return -1;
  };
  Atlas.statusOf = function (letter) {
    if (letter >= "A" && letter <= "I" || letter === "v") { return "inherited"; }
    if (letter >= "a" && letter <= "i") { return "doubtful"; }
    return { "-": "no_data", "~": "too_few", "x": "not_applicable", ".": "outside" }[letter] || "ok";
  };

  function parts(colour) {
    return [1, 3, 5].map(function (at) { return parseInt(colour.slice(at, at + 2), 16); });
  }
  function brightness(colour) {
    var rgb = parts(colour);
    return (0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]) / 255;
  }
  /** #rrggbb from whatever the browser gives for a colour. */
  function plain(colour, otherwise) {
    var rgb = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/.exec(colour || "");
    if (rgb) {
      return "#" + rgb.slice(1, 4).map(function (part) { return ("0" + Math.round(+part).toString(16)).slice(-2); }).join("");
    }
    if (/^#[0-9a-f]{6}$/i.test(colour || "")) { return colour; }
    if (/^#[0-9a-f]{3}$/i.test(colour || "")) { return "#" + colour.slice(1).replace(/./g, "$&$&"); }
    return otherwise;
  }

  /** The theme of the page, read from Streamlit's own variables where they are. */
  Atlas.themeOf = function (element) {
    var style = getComputedStyle(element);
    var read = function (name, otherwise) { return plain(style.getPropertyValue(name).trim(), otherwise); };
    var paper = read("--st-background-color", "#ffffff");
    var dark = brightness(paper) < 0.5;
    return {
      dark: dark,
      paper: paper,
      ink: read("--st-text-color", dark ? "#fafafa" : "#31333f"),
      accent: read("--st-primary-color", "#d9480f"),
      land: dark ? "#1d212b" : "#f3f4f6",
      line: dark ? "rgba(8,10,16,.75)" : "rgba(255,255,255,.85)",
      border: dark ? "rgba(225,230,240,.62)" : "rgba(52,58,70,.72)",
      empty: dark ? "#2a2f3a" : "#eceef1",
      mark: dark ? "#8b94a5" : "#9aa1ad"
    };
  };

  var STROKES = {
    hatch: function (c) { line(c, -2, 10, 10, -2); line(c, -2, 2, 2, -2); line(c, 6, 10, 10, 6); },
    back: function (c) { line(c, -2, -2, 10, 10); line(c, -2, 6, 2, 10); line(c, 6, -2, 10, 2); },
    cross: function (c) { line(c, 0, 4, 8, 4); line(c, 4, 0, 4, 8); },
    dots: function (c) { dot(c, 2, 2); dot(c, 6, 6); },
    level: function (c) { line(c, 0, 2, 8, 2); line(c, 0, 6, 8, 6); }
  };
  function line(c, x0, y0, x1, y1) { c.beginPath(); c.moveTo(x0, y0); c.lineTo(x1, y1); c.stroke(); }
  function dot(c, x, y) { c.beginPath(); c.arc(x, y, 1.15, 0, 7); c.fill(); }

  function tile(ground, mark, strokes, width) {
    var ratio = Math.max(1, Math.round(window.devicePixelRatio || 1)), canvas = document.createElement("canvas");
    canvas.width = canvas.height = TILE * ratio;
    var context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.fillStyle = ground;
    context.fillRect(0, 0, TILE, TILE);
    context.strokeStyle = context.fillStyle = mark;
    context.lineWidth = width;
    STROKES[strokes](context);
    return { canvas: canvas, ratio: ratio };
  }

  /** Everything that can be filled, for one theme and one set of class colours. */
  Atlas.inks = function (theme, colours) {
    var inks = { ".": { fill: theme.land } };
    var patterned = function (letter, ground, mark, strokes, width) {
      inks[letter] = { fill: ground, pattern: tile(ground, mark, strokes, width), strokes: strokes };
    };
    patterned("-", theme.empty, theme.mark, "hatch", 1);
    patterned("~", theme.empty, theme.mark, "dots", 1);
    patterned("x", theme.paper, theme.mark, "cross", 0.8);
    patterned("v", theme.empty, theme.mark, "back", 1);
    colours.forEach(function (colour, k) {
      var mark = brightness(colour) > 0.55 ? "rgba(20,24,34,.5)" : "rgba(255,255,255,.7)";
      inks[k] = { fill: colour };
      patterned(String.fromCharCode(65 + k), colour, mark, "back", 1.1);
      // Low confidence keeps the colour of its class: were it mixed with the page, it would read as another class.
      // Its lines are fainter than those of an inherited value: they may cover a whole map, and colours come first.
      var faint = brightness(colour) > 0.55 ? "rgba(20,24,34,.3)" : "rgba(255,255,255,.4)";
      patterned(String.fromCharCode(97 + k), colour, faint, "level", 0.7);
    });
    return inks;
  };

  /** A fill for a canvas; patterns stay fixed to the land because they count from the context's own corner. */
  Atlas.fillOf = function (context, ink) {
    if (!ink.pattern) { return ink.fill; }
    var pattern = context.createPattern(ink.pattern.canvas, "repeat");
    if (pattern.setTransform && ink.pattern.ratio !== 1) {
      pattern.setTransform(new DOMMatrix().scale(1 / ink.pattern.ratio));
    }
    return pattern;
  };

  /** The same ink as the background of an element. */
  Atlas.swatch = function (element, ink) {
    element.style.backgroundColor = ink.fill;
    if (ink.pattern) {
      element.style.backgroundImage = "url(" + ink.pattern.canvas.toDataURL() + ")";
      element.style.backgroundSize = TILE + "px " + TILE + "px";
      element.dataset.pattern = ink.strokes;
    }
  };
})(window.Atlas);
