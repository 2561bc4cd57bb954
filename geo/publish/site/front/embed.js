/* Pages to set into others: the lines to copy follow what a reader chooses; an embedded page follows its own address. */
(function () {
  "use strict";

  function quoted(text) { return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;"); }

  function box(home) {
    var told = JSON.parse(home.querySelector("script").textContent), find = function (name) { return home.querySelector("[data-embed-" + name + "]"); };
    var lines = find("lines"), kind = find("kind"), size = find("size"), theme = find("theme"), lang = find("lang");
    function write() {
      var path = told.addresses[kind ? kind.value : Object.keys(told.addresses)[0]][lang.value];
      // Nobody has said where the edition lies: on a server the page itself knows.
      var whole = told.known || location.protocol.indexOf("http") !== 0 ? path : new URL(told.root + "/" + path, location.href).href;
      var mark = new URLSearchParams(location.hash.slice(1)), layer = mark.get("layer"), query = [];
      if (layer) { whole = whole.replace(/\w+\.html$/, layer + ".html"); }
      if (theme.value !== "auto") { query.push("theme=" + theme.value); }
      if (mark.get("year")) { query.push("year=" + mark.get("year")); }
      var sides = told.sizes[size.value], shown = document.querySelector("[data-panel-title]");
      lines.value = '<iframe src="' + quoted(whole + (query.length ? "?" + query.join("&") : "")) + '" width="' + sides[0] + '" height="' + sides[1] +
        '" style="border:0;max-width:100%" loading="lazy" title="' + quoted(shown && shown.textContent || told.title) + '"></iframe>';
    }
    find("choose").hidden = find("copy").hidden = false;
    [kind, size, theme, lang].forEach(function (select) { if (select) { select.onchange = write; } });
    home.ontoggle = write;
    document.addEventListener("atlas-shown", write);
    find("copy").onclick = function () {
      lines.select();
      var done = function () { find("copied").hidden = false; };
      if (navigator.clipboard) { navigator.clipboard.writeText(lines.value).then(done, function () {}); } else if (document.execCommand("copy")) { done(); }
    };
    write();
  }
  document.querySelectorAll("[data-embed]").forEach(box);

  // ?place=50 marks a row of a chart, wherever it stands.
  var place = new URLSearchParams(location.search).get("place");
  document.querySelectorAll(".embed-chart [data-place]").forEach(function (row) {
    if (row.dataset.place !== place) { return; }
    row.setAttribute("aria-current", "true");
    row.scrollIntoView({ block: "center" });
  });

  var home = document.querySelector("[data-embedded]");
  if (!home) { return; }
  var asked = new URLSearchParams(location.search), mine = document.documentElement.lang;
  var told = JSON.parse(home.querySelector("[data-embed-known]").textContent);

  // What an address asks for that there is not is said, not passed over.
  var strange = Object.keys(told.known).filter(function (name) {
    return asked.get(name) && told.known[name].indexOf(asked.get(name)) < 0;
  }).map(function (name) {
    var sentence = told.strange[name].replace("§", asked.get(name).slice(0, 40));
    return name === "place" ? sentence : sentence + told.known[name].slice(0, 6).join(", ") + (told.known[name].length > 6 ? " …" : ".");
  });
  var box = home.querySelector("[data-embed-strange]");
  box.textContent = strange.join(" ");
  box.hidden = !strange.length;

  document.addEventListener("atlas-shown", function () {
    var title = home.querySelector("[data-embed-title]"), shown = home.querySelector("[data-panel-title]");
    if (title && shown) { title.textContent = shown.textContent; }
  });

  // ?lang=en on a page in Thai: the same page in English lies beside it.
  var wanted = asked.get("lang");
  if (wanted && wanted !== mine && told.known.lang.indexOf(wanted) >= 0) {
    location.replace(location.href.replace("/embed/" + mine + "/", "/embed/" + wanted + "/"));
  }
})();
