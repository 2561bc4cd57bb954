/* Tables that a reader sorts by a heading and filters by name, and provinces side by side, kept in the address. */
(function () {
  "use strict";
  var holder = document.getElementById("compare-data");
  var data = holder ? JSON.parse(holder.textContent) : null;
  var lang = document.documentElement.lang;
  // Both languages print the same digits, with a true minus sign and thousands apart.
  function amount(cell) {
    var text = cell.hasAttribute("data-v") ? cell.getAttribute("data-v") : cell.textContent.trim().replace(/,/g, "").replace("−", "-");
    return /^-?\d*\.?\d+$/.test(text) ? parseFloat(text) : NaN;
  }
  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }

  function sorts(table) {
    var heads = table.tHead.rows[0].cells;
    var body = table.tBodies[table.tBodies.length - 1];
    var first = Array.prototype.slice.call(body.rows);
    Array.prototype.forEach.call(heads, function (head, at) {
      if (head.hasAttribute("data-plain")) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sorts";
      while (head.firstChild && head.firstChild.nodeName !== "SMALL") { button.appendChild(head.firstChild); }
      head.insertBefore(button, head.firstChild);
      button.addEventListener("click", function () {
        var numbers = head.classList.contains("number");
        var now = head.getAttribute("aria-sort");
        var up = now ? now === "descending" : !numbers;
        Array.prototype.forEach.call(heads, function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        var rows = first.slice();
        var keys = rows.map(function (row) { return numbers ? amount(row.cells[at]) : row.cells[at].textContent.trim(); });
        var order = rows.map(function (row, place) { return place; });
        order.sort(function (a, b) {
          if (!numbers) { return (up ? 1 : -1) * keys[a].localeCompare(keys[b], lang) || a - b; }
          // What has no number stands last whichever way the rest runs.
          if (isNaN(keys[a]) || isNaN(keys[b])) { return (isNaN(keys[a]) ? 1 : 0) - (isNaN(keys[b]) ? 1 : 0) || a - b; }
          return (up ? 1 : -1) * (keys[a] - keys[b]) || a - b;
        });
        order.forEach(function (place) { body.appendChild(rows[place]); });
      });
    });
  }
  document.querySelectorAll("table[data-sorts]").forEach(sorts);
  if (!data) { return; }

  var names = {}, spelt = {};
  data.areas.forEach(function (area) {
    names[area[0]] = area[1];
    spelt[area[0]] = area.join(" ").toLowerCase();
  });
  function byId(id) { return document.getElementById("compare-" + id); }
  byId("filter").hidden = false;
  byId("find").addEventListener("input", function () {
    var wanted = this.value.trim().toLowerCase(), shown = 0;
    document.querySelectorAll("table[data-finds]").forEach(function (table, at) {
      table.querySelectorAll("tr[data-code]").forEach(function (row) {
        row.hidden = spelt[row.dataset.code].indexOf(wanted) < 0;
        shown += at === 0 && !row.hidden ? 1 : 0;
      });
    });
    byId("found").textContent = shown ? say(data.words.shown, { count: shown, all: data.areas.length }) : data.words.none;
  });

  document.getElementById("beside").hidden = false;
  var chosen = [];
  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text !== undefined) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }
  function headed(name, scope) {
    var made = element("th", name);
    made.scope = scope;
    return made;
  }
  function valueCell(layer, code) {
    var told = layer.values[code];
    var cell = element("td", told[0], told[1] ? "number" : "status");
    if (told[1]) { cell.appendChild(element("small", say(data.words.place, { place: told[1] }))); }
    if (layer.since) {
      cell.appendChild(element("small", say(data.words.change, { start: layer.since, from: told[2], end: layer.year, to: told[0] })));
    }
    return cell;
  }
  function table() {
    var made = element("table", undefined, "list"), head = made.createTHead().insertRow();
    made.appendChild(element("caption", document.getElementById("beside-title").textContent));
    head.appendChild(headed(data.words.layer, "col"));
    chosen.map(function (code) { return names[code]; }).concat([data.words.country]).forEach(function (name) {
      var column = headed(name, "col");
      column.className = "number";
      head.appendChild(column);
    });
    var family = "", body = null;
    data.layers.forEach(function (layer) {
      if (layer.family !== family) {
        family = layer.family;
        body = made.createTBody();
        var group = headed(family, "rowgroup");
        group.colSpan = chosen.length + 2;
        var line = body.insertRow();
        line.className = "whole";
        line.appendChild(group);
      }
      var row = body.insertRow(), title = headed("", "row"), link = element("a", layer.name);
      link.href = layer.path;
      title.appendChild(link);
      title.appendChild(element("small", layer.unit + " · " + layer.year));
      title.appendChild(element("small", layer.better));
      row.appendChild(title);
      chosen.forEach(function (code) { row.appendChild(valueCell(layer, code)); });
      row.appendChild(element("td", layer.country, "number"));
    });
    return made;
  }
  function show(note) {
    var list = byId("chosen"), home = byId("table");
    list.textContent = "";
    chosen.forEach(function (code) {
      var item = element("li"), button = element("button", names[code] + " ×");
      button.type = "button";
      button.setAttribute("aria-label", say(data.words.remove, { area: names[code] }));
      button.addEventListener("click", function () {
        chosen = chosen.filter(function (other) { return other !== code; });
        keep();
        show("");
        byId("add").focus();
      });
      item.appendChild(button);
      list.appendChild(item);
    });
    byId("told").textContent = (note ? note + " " : "") +
      (chosen.length < 2 ? data.words.few : say(data.words.many, { count: chosen.length }));
    home.textContent = "";
    if (chosen.length > 1) {
      var wide = element("div", undefined, "wide");
      wide.tabIndex = 0;
      wide.setAttribute("role", "region");
      wide.setAttribute("aria-label", chosen.map(function (code) { return names[code]; }).join(", "));
      wide.appendChild(table());
      home.appendChild(wide);
    }
    // The same choice in the other language.
    document.querySelectorAll(".languages a").forEach(function (link) { link.hash = location.hash; });
  }
  function keep() {
    history.replaceState(null, "", chosen.length ? "#areas=" + chosen.join(",") : location.pathname + location.search);
  }
  function read() {
    var asked = new URLSearchParams(location.hash.slice(1)).get("areas");
    if (asked === null) { return ""; }
    var codes = asked.split(",").filter(function (code, at, all) { return code && all.indexOf(code) === at; });
    var unknown = codes.filter(function (code) { return !(code in names); });
    var known = codes.filter(function (code) { return code in names; });
    chosen = known.slice(0, data.most);
    var notes = unknown.length ? [say(data.words.unknown, { code: unknown[0] })] : [];
    if (known.length > data.most) { notes.push(say(data.words.most, { most: data.most })); }
    return notes.join(" ");
  }
  byId("put").addEventListener("click", function () {
    var code = byId("add").value;
    if (!code || chosen.indexOf(code) >= 0) { return; }
    if (chosen.length >= data.most) {
      show(say(data.words.most, { most: data.most }));
      return;
    }
    chosen.push(code);
    byId("add").value = "";
    keep();
    show("");
  });
  window.addEventListener("hashchange", function () { show(read()); });
  show(read());
})();
