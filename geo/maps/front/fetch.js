/* Fetch: what the browser asks the server for, each file once: shapes, and the names and values of all areas. */
(function (Atlas) {
  "use strict";

  var SHAPES_KEPT = 10;
  var files = new Map();
  // Pages on disk put their files here by address, since a page from a folder may fetch nothing.
  Atlas.embedded = Atlas.embedded || {};

  Atlas.load = function (address, base) {
    if (Atlas.embedded[address]) { return Promise.resolve(Atlas.embedded[address]); }
    if (files.has(address)) { return files.get(address); }
    var coming = fetch(base + address).then(function (answer) {
      if (!answer.ok) { throw new Error(address + ": " + answer.status); }
      return answer.json();
    });
    files.set(address, coming);
    coming.catch(function () { files.delete(address); });
    return coming;
  };

  var shapes = new Map();
  Atlas.geometryOf = function (address, base) {
    if (!shapes.has(address)) {
      if (shapes.size >= SHAPES_KEPT) { shapes.delete(shapes.keys().next().value); }
      var coming = Atlas.load(address, base).then(function (topology) {
        files.delete(address);
        return new Atlas.Geometry(topology);
      });
      coming.catch(function () { shapes.delete(address); });
      shapes.set(address, coming);
    }
    return shapes.get(address);
  };

  /** Names and values of all areas, fetched when they are first needed; colours never wait for them. */
  Atlas.learn = function (state) {
    return Promise.all([state].concat(state.partners ? state.partners() : []).map(learn));
  };
  function learn(state) {
    var data = state.data, quiet = function () { return null; };
    return Promise.all([
      data.names ? Atlas.load(data.names, state.base).catch(quiet) : null,
      data.facts ? Atlas.load(data.facts, state.base).catch(quiet) : null
    ]).then(function (known) {
      if (state.data === data) { state.names = known[0]; state.facts = known[1]; }
    });
  }
})(window.Atlas);
