/* What every page of an edition does with a script; without one it reads and prints just as well. */
(function () {
  "use strict";
  var asked = new URLSearchParams(location.search);
  if (asked.get("theme") === "dark" || asked.get("theme") === "light") { document.documentElement.dataset.theme = asked.get("theme"); }
  // Nobody has said where the edition lies: on a server the page itself knows.
  document.querySelectorAll("[data-here]").forEach(function (place) {
    if (location.protocol.indexOf("http") === 0) { place.textContent = location.origin + location.pathname; }
  });
})();
