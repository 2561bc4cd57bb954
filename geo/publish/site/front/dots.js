/* Points over a map: a reader ticks a kind, its file is loaded then, and its source is named. */
(function () {
  "use strict";

  /** What a panel asks of its points: ``sets`` for the map's message, ``chosen`` kinds, and ``shown`` when a map stands. */
  window.AtlasDots = function (home, told, moving, again) {
    var box = home.querySelector("[data-panel-points]"), laid = [], inputs = {};
    var none = { sets: function () { return []; }, chosen: function () { return []; }, shown: function () {} };
    if (!box) { return none; }
    var credits = box.querySelector("[data-panel-credits]"), set = box.querySelector("fieldset");

    function entry(id) { return told.points.filter(function (each) { return each.id === id; })[0]; }
    function chosen() { return laid.filter(function (id) { return inputs[id].checked; }); }

    function credit() {
      credits.textContent = "";
      chosen().map(entry).forEach(function (one) {
        var line = document.createElement("li"), link = document.createElement("a");
        link.href = told.root + one.source;
        link.textContent = one.credit;
        line.append(one.title + ": ", link);
        credits.appendChild(line);
      });
      credits.hidden = !credits.firstChild;
    }

    /** The legend of the map has a tick for each kind that was laid; both ticks say the same. */
    function inLegend(id) { return moving.querySelector('[data-testid="atlas-points-' + id + '"]'); }

    function ticked(id) {
      var other = inLegend(id);
      credit();
      if (laid.indexOf(id) < 0) { laid.push(id); credit(); again(true); return; }
      if (other && other.checked !== inputs[id].checked) { other.click(); }
      again(false);
    }

    moving.addEventListener("change", function (event) {
      var id = (event.target.dataset.testid || "").replace("atlas-points-", "");
      if (inputs[id] && inputs[id].checked !== event.target.checked) { inputs[id].checked = event.target.checked; credit(); again(false); }
    });

    told.points.forEach(function (one) {
      var label = document.createElement("label"), input = inputs[one.id] = document.createElement("input");
      input.type = "checkbox";
      input.value = one.id;
      input.onchange = function () { ticked(one.id); };
      label.append(input, " " + one.title);
      set.appendChild(label);
    });
    var hash = new URLSearchParams(location.hash.slice(1)).get("points") || "";
    hash.split(",").filter(entry).forEach(function (id) { inputs[id].checked = true; laid.push(id); });
    box.open = laid.length > 0;
    credit();

    return {
      sets: function () {
        return laid.map(entry).map(function (one) { return { id: one.id, title: one.title, n: one.n, url: one.url, on: true }; });
      },
      chosen: chosen,
      shown: function () { box.hidden = false; }
    };
  };
})();
