/* The map with its choice of layers and years: it takes the place of the drawing that stands without a script. */
(function () {
  "use strict";

  var messages = {}, files = {}, scripts = {};
  // What the scripts of data bring: the messages of a pack, and files that several maps share.
  window.AtlasEdition = {
    tell: function (pack, told, facts, alike) {
      Object.keys(told).forEach(function (name) {
        told[name] = Object.assign({}, alike, told[name], { legend: Object.assign({}, alike.legend, told[name].legend) });
      });
      messages[pack] = told;
      Object.assign(files, facts);
    },
    take: function (address, content) { files[address] = content; }
  };

  /** Runs a script of the edition once; a folder on a stick allows no other way to read a file. */
  function run(url) {
    return scripts[url] = scripts[url] || new Promise(function (done, failed) {
      var tag = document.createElement("script");
      tag.src = url;
      tag.async = false;
      tag.onload = done;
      tag.onerror = function () { delete scripts[url]; failed(new Error(url)); };
      document.head.appendChild(tag);
    });
  }

  function style(url) {
    if (document.querySelector("link[data-map]")) { return Promise.resolve(); }
    return new Promise(function (done) {
      var tag = document.createElement("link");
      tag.rel = "stylesheet";
      tag.dataset.map = "";
      tag.href = url;
      tag.onload = tag.onerror = done;
      document.head.appendChild(tag);
    });
  }

  function near(address) { return "map/" + address.split("/").pop().replace(/\.json$/, "") + ".js"; }

  /** What the address asks for: after the mark in a page of the edition, after the question in one set into another. */
  function asked() {
    var found = {};
    [location.search, location.hash].forEach(function (text) {
      new URLSearchParams(text.slice(1)).forEach(function (value, name) { found[name] = value; });
    });
    return found;
  }

  function panel(home) {
    var told = JSON.parse(home.querySelector("script").textContent), find = function (name) { return home.querySelector("[data-panel-" + name + "]"); };
    var selects = { level: find("level").querySelector("select"), layer: find("layer").querySelector("select"), year: find("year").querySelector("select") };
    var moving = find("moving"), now = told.first.split("|"), begun = null, turn = 0;
    var dots = window.AtlasDots(home, told, moving, function (fresh) { remember(); if (fresh) { show(); } });

    function levelOf(name) { return told.levels.filter(function (each) { return each.level === name; })[0]; }
    function layerOf(level, name) { return level.layers.filter(function (each) { return each.id === name; })[0]; }

    /** The nearest choice that there is: a layer keeps its year, a level its layer, where it has one. */
    function settle(level, layer, year) {
      var at = levelOf(level) || told.levels[0], chosen = layerOf(at, layer) || at.layers[0];
      var held = chosen.years.some(function (each) { return each[0] === year; });
      return [at.level, chosen.id, held ? year : chosen.years[0][0]];
    }

    function option(select, value, text, group) {
      var made = document.createElement("option");
      made.value = value;
      made.textContent = text;
      (group || select).appendChild(made);
    }

    function fill() {
      var at = levelOf(now[0]), chosen = layerOf(at, now[1]), group = null;
      Object.keys(selects).forEach(function (name) { selects[name].textContent = ""; });
      told.levels.forEach(function (each) { option(selects.level, each.level, each.title); });
      at.layers.forEach(function (each) {
        if (!group || group.label !== each.family) {
          group = document.createElement("optgroup");
          group.label = each.family;
          selects.layer.appendChild(group);
        }
        option(selects.layer, each.id, each.title, group);
      });
      chosen.years.forEach(function (each) { option(selects.year, each[0], each[1]); });
      selects.level.value = now[0];
      selects.layer.value = now[1];
      selects.year.value = now[2];
      find("level").hidden = told.levels.length < 2;
      find("layer").hidden = at.layers.length < 2;
      find("year").hidden = chosen.years.length < 2;
      find("choose").hidden = find("level").hidden && find("layer").hidden && find("year").hidden;
    }

    function remember() {
      if (home.closest("[data-embedded]") || document.querySelectorAll("[data-panel]").length > 1) { return; }
      var mark = "level=" + now[0] + "&layer=" + now[1] + "&year=" + now[2] + (dots.chosen().length ? "&points=" + dots.chosen().join(",") : "");
      history.replaceState(null, "", "#" + mark);
      document.querySelectorAll(".languages a").forEach(function (link) { link.hash = mark; });
    }

    function picked(name, value) {
      if (name !== "picked" || !value) { return; }
      var at = levelOf(now[0]);
      if (value.how !== "open" || at.pages.indexOf(value.code) < 0) { return; }
      var there = told.root + at.page + value.code + ".html";
      if (home.closest("[data-embedded]")) { window.open(there, "_blank", "noopener"); } else { location.href = there; }
    }

    function show() {
      var mine = ++turn, at = levelOf(now[0]), own = layerOf(at, now[1]), pack = own.pack;
      fill();
      begun = begun || Promise.all([style(told.root + told.style)].concat(told.scripts.map(function (file) { return run(told.root + file); })));
      home.dataset.wanted = now.join("|");
      return Promise.all([begun, run(told.root + pack), own.facts ? run(told.root + own.facts) : null]).then(function () {
        var message = Object.assign({}, messages[pack][now[1] + "|" + now[2]], want.place ? { selected: want.place } : null, { points: dots.sets() });
        var needed = ["shapes", "around", "texts", "names", "cartogram"].map(function (name) { return message[name]; });
        needed = needed.concat(message.points.map(function (set) { return set.url; }));
        return Promise.all(needed.filter(Boolean).map(function (address) { return run(told.root + near(address)); })).then(function () {
          if (mine !== turn) { return; }
          Object.assign(window.Atlas.embedded, files);
          moving.hidden = false;
          find("still").hidden = true;
          find("failed").hidden = true;
          return window.Atlas.show(moving, message, picked, told.root).then(function () {
            if (mine !== turn) { return; }
            find("title").textContent = message.legend.title + " · " + message.legend.year;
            find("summary").textContent = message.summary;
            find("table").hidden = false;
            dots.shown();
            table(message);
            home.dataset.shown = now.join("|");
            document.dispatchEvent(new Event("atlas-shown"));
          });
        });
      }).catch(function () { if (mine === turn) { find("failed").hidden = false; } });
    }

    /** The same areas as a table, written when a reader opens it. */
    function table(message) {
      var box = find("table"), body = box.querySelector("tbody");
      body.textContent = "";
      var write = function () {
        if (!box.open || body.firstChild) { return; }
        var names = files[message.names], facts = files[message.facts], texts = files[message.texts], shapes = files[message.shapes];
        var rows = message.values.split("").map(function (letter, i) {
          var k = window.Atlas.classOf(letter), status = window.Atlas.statusOf(letter);
          var row = message.legend.rows.filter(function (each) { return each[0] === String(k); })[0];
          var within = names.within ? names.within[message.lang][i] : "";
          return { letter: letter, code: shapes.objects.areas.geometries[i].id, name: names[message.lang][i] + (within ? " (" + within + ")" : ""),
            value: row ? facts.values[i] : null, label: row ? row[1] : "", status: status === "ok" ? texts.ok : texts[status] || "" };
        }).filter(function (row) { return row.letter !== "."; });
        var down = layerOf(levelOf(now[0]), now[1]).lower;
        rows.sort(function (one, other) {
          if (one.value === null || other.value === null) { return (one.value === null) - (other.value === null); }
          return down ? one.value - other.value : other.value - one.value;
        });
        var at = levelOf(now[0]);
        rows.forEach(function (row) {
          var tr = document.createElement("tr"), name = document.createElement("th");
          name.scope = "row";
          if (at.pages.indexOf(row.code) >= 0) {
            var link = document.createElement("a");
            link.href = told.root + at.page + row.code + ".html";
            link.textContent = row.name;
            name.appendChild(link);
          } else { name.textContent = row.name; }
          tr.appendChild(name);
          [row.value === null ? "" : message.legend.worded ? row.label : window.Atlas.number(row.value, message.decimals), row.label, row.status].forEach(function (text, i) {
            var cell = document.createElement("td");
            if (!i) { cell.className = "number"; }
            cell.textContent = text;
            tr.appendChild(cell);
          });
          body.appendChild(tr);
        });
      };
      box.ontoggle = write;
      write();
    }

    function change() {
      now = settle(selects.level.value, selects.layer.value, selects.year.value);
      remember();
      show();
    }
    Object.keys(selects).forEach(function (name) { selects[name].onchange = change; });

    var want = asked();
    if (want.layer || want.level || want.year) { now = settle(want.level || now[0], want.layer || now[1], want.year || now[2]); }
    fill();
    window.addEventListener("hashchange", function () {
      var next = asked();
      if (next.layer || next.level || next.year) { now = settle(next.level || now[0], next.layer || now[1], next.year || now[2]); show(); }
    });
    if (told.now || want.layer || want.level || want.year) { show(); return; }
    // Only when a reader comes near: whoever reads the text alone loads nothing of it.
    var watch = new IntersectionObserver(function (seen) {
      if (seen.some(function (entry) { return entry.isIntersecting; })) { watch.disconnect(); show(); }
    }, { threshold: 0.25 });
    watch.observe(home);
  }

  document.querySelectorAll("[data-panel]").forEach(panel);
})();
