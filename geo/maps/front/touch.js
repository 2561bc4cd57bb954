/* Hands: one finger scrolls the page and two move the map; a wheel zooms only with Ctrl or once the map is in use. */
(function (Atlas) {
  "use strict";

  var HINT_MS = 1400;

  Atlas.hands = function (state) {
    var map = state.map, stage = state.stage, timer = 0;
    var hint = Atlas.make("div", "atlas-hint", stage);
    hint.dataset.testid = "atlas-hint";
    hint.setAttribute("aria-hidden", "true");

    function show(text) {
      hint.textContent = text;
      hint.classList.add("on");
      clearTimeout(timer);
      timer = setTimeout(function () { hint.classList.remove("on"); }, HINT_MS);
    }

    // Before Leaflet sees the touch: a finger must never start a drag that would hold the page still.
    stage.addEventListener("pointerdown", function (event) {
      state.finger = event.pointerType === "touch";
      if (state.finger) { map.dragging.disable(); } else { map.dragging.enable(); }
    }, true);
    stage.addEventListener("touchmove", function (event) {
      if (event.touches.length === 1) { show(state.texts.two_fingers); } else { hint.classList.remove("on"); }
    }, { passive: true, capture: true });
    stage.addEventListener("wheel", function (event) {
      var inUse = stage.contains(document.activeElement) || document.fullscreenElement;
      if (event.ctrlKey || event.metaKey || inUse) { return; }
      event.stopPropagation();
      show(state.texts.wheel);
    }, { passive: true, capture: true });
  };

  Atlas.buttons = function (state) {
    var bar = Atlas.make("div", "atlas-buttons", state.stage);
    function button(id, sign, act) {
      var made = Atlas.make("button", "atlas-button", bar, sign);
      made.type = "button";
      made.dataset.testid = "atlas-" + id;
      made.onclick = act;
      return made;
    }
    state.button = {
      zoom_in: button("zoom-in", "+", function () { state.map.zoomIn(); }),
      zoom_out: button("zoom-out", "\u2212", function () { state.map.zoomOut(); }),
      home: button("home", "\u2302", function () { Atlas.fit(state, true); }),
      full: button("full", "\u26f6", function () {
        if (document.fullscreenElement) { document.exitFullscreen(); } else { state.frame.requestFullscreen(); }
      })
    };
    state.button.sized = button("sized", "", function () { Atlas.toggleSize(state); });
    state.button.sized.classList.add("atlas-size");
    state.stage.appendChild(state.button.sized);
    circles(state.button.sized);
    if (!state.frame.requestFullscreen) { state.button.full.hidden = true; }
    state.up = Atlas.make("button", "atlas-button atlas-up", state.stage);
    state.up.type = "button";
    state.up.dataset.testid = "atlas-up";
    state.up.onclick = function () { state.emit("up", true); };
  };

  function circles(button) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("width", "24");
    svg.setAttribute("height", "24");
    svg.setAttribute("aria-hidden", "true");
    [[9, 13, 7], [19, 8, 3.6], [19.5, 17.5, 2.6]].forEach(function (at) {
      var circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      circle.setAttribute("cx", at[0]);
      circle.setAttribute("cy", at[1]);
      circle.setAttribute("r", at[2]);
      circle.setAttribute("fill", "currentColor");
      svg.appendChild(circle);
    });
    button.appendChild(svg);
  }

  Atlas.nameButtons = function (state) {
    ["zoom_in", "zoom_out", "home", "full"].forEach(function (id) {
      state.button[id].setAttribute("aria-label", state.texts[id]);
      state.button[id].title = state.texts[id];
    });
    state.up.hidden = !state.data.up;
    state.up.textContent = "\u2191 " + (state.data.up || "");
    state.up.setAttribute("aria-label", Atlas.fill(state.texts.up, { place: state.data.up || "" }));
  };
})(window.Atlas);
