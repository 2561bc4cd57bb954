/* Card: what is known of an area, in lines of text, and the card that shows them beside it. */
(function (Atlas) {
  "use strict";

  var make = Atlas.make;

  /** All that is known of an area, as lines of text. */
  Atlas.describe = function (state, i) {
    var data = state.data, texts = state.texts, letter = data.values[i];
    var names = state.names, facts = state.facts, k = Atlas.classOf(letter), status = Atlas.statusOf(letter);
    var row = data.legend.rows.filter(function (entry) { return entry[0] === String(k); })[0];
    var value = facts && facts.values[i], lang = data.lang;
    var told = {
      code: state.geometry.ids[i],
      name: names ? names[lang][i] : state.geometry.ids[i],
      within: names && names.within ? names.within[lang][i] || "" : "",
      other: names ? names[lang === "th" ? "en" : "th"][i] : "",
      value: "",
      status: status === "ok" ? "" : texts[status],
      class: row ? Atlas.fill(texts.class_of, { n: k + 1, k: data.legend.rows.length, label: row[1] }) : "",
      swatch: letter,
      base: "",
      range: "",
      note: names && names.note && names.note[lang][state.geometry.ids[i]] || "",
      beside: state.partners ? state.partners().map(function (other) { return besides(other, state.geometry.ids[i], data.legend.unit); }) : []
    };
    if (data.square) {
      // Two values have two lines; the class says in words how both stand.
      told.class = "";
      told.value = row ? row[1] : "";
      told.lines = Atlas.pairLines(state, i);
    } else if (row && data.legend.worded) {
      told.value = row[1];
    } else if (row && value !== null && value !== undefined) {
      told.value = Atlas.number(value, data.decimals) + (data.legend.unit ? " " + data.legend.unit : "");
    } else if (row) {
      told.value = row[1] + (data.legend.unit ? " " + data.legend.unit : "");
    }
    if (facts && facts.base && facts.base[i] !== null && data.legend.base && (row || status === "too_few")) {
      told.base = Atlas.fill(texts.base, { n: Atlas.number(facts.base[i]), unit: data.legend.base });
    }
    if (facts && facts.low && facts.low[i] !== null && facts.high[i] !== null) {
      told.range = Atlas.fill(texts.range, {
        low: Atlas.number(facts.low[i], data.decimals), high: Atlas.number(facts.high[i], data.decimals) });
    }
    return told;
  };

  /** What a map beside this one says of the same area, and what of itself. */
  function besides(other, code, unit) {
    var i = other.geometry.ids.indexOf(code);
    if (i < 0) { return null; }
    var partners = other.partners, told;
    other.partners = null;
    told = Atlas.describe(other, i);
    other.partners = partners;
    // A unit that the card has named already is not said again.
    if (unit && other.data.legend.unit === unit && told.value.slice(-unit.length - 1) === " " + unit) {
      told.value = told.value.slice(0, -unit.length - 1);
    }
    return { title: other.data.beside || other.data.legend.title, ink: other.inks[told.swatch],
      text: [told.value || told.status, told.value ? told.status : ""].filter(Boolean).join(", ") };
  }

  /** Fills a card with what is known of an area. */
  Atlas.card = function (box, state, told) {
    box.textContent = "";
    var title = make("div", "atlas-card-name", box, told.name);
    if (told.other && told.other !== told.name) { make("span", "atlas-card-other", title, told.other); }
    if (told.within) { make("div", "atlas-card-within", box, told.within); }
    var line = make("div", "atlas-card-value", box);
    var ink = state.inks[told.swatch];
    if (ink) { Atlas.swatch(make("span", "atlas-swatch", line), ink); }
    make("strong", "", line, told.value || told.status);
    if (state.data.beside || state.data.legend.year) { make("span", "atlas-card-year", line, state.data.beside || state.data.legend.year); }
    if (told.value && told.status) { make("div", "atlas-card-line", box, told.status); }
    told.beside.filter(Boolean).forEach(function (other) {
      var row = make("div", "atlas-card-beside", box);
      if (other.ink) { Atlas.swatch(make("span", "atlas-swatch", row), other.ink); }
      make("span", "", row, other.title + ": ");
      make("strong", "", row, other.text);
    });
    [].concat(told.lines || [], told.range, told.base, told.note).forEach(function (text) { if (text) { make("div", "atlas-card-line", box, text); } });
  };

  /** Puts a card beside a point of the map, where it has room. */
  Atlas.placeCard = function (box, state, point) {
    // The card of a small map stands on the board around it, where it has room.
    var frame = box.parentElement.getBoundingClientRect(), stage = state.stage.getBoundingClientRect();
    box.hidden = false;
    var wide = box.offsetWidth, high = box.offsetHeight;
    var left = point.x + stage.left - frame.left, top = point.y + stage.top - frame.top;
    var x = left + 16 + wide > frame.width ? left - wide - 14 : left + 16;
    var y = top + 16 + high > frame.height ? top - high - 12 : top + 16;
    box.style.transform = "translate(" + Math.max(4, Math.round(x)) + "px," + Math.max(4, Math.round(y)) + "px)";
  };
})(window.Atlas);
