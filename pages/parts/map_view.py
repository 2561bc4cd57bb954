"""The map on a screen: hands a message to the browser and gives back what the reader picked."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import streamlit as st

from geo.maps.folium_map import files

# Sent with every rerun, so it only loads the rest, which the browser then keeps. The base of the dashboard is where
# Streamlit's own scripts come from: that holds below any prefix and behind any proxy.
DOOR = """
const w = window.AtlasDoor = window.AtlasDoor || {coming: {}};
function add(url, css) {
  return w.coming[url] = w.coming[url] || new Promise((done, failed) => {
    const tag = document.createElement(css ? "link" : "script");
    if (css) { tag.rel = "stylesheet"; tag.href = url; } else { tag.async = false; tag.src = url; }
    tag.onload = done;
    tag.onerror = () => { delete w.coming[url]; failed(new Error(url)); };
    document.head.append(tag);
  });
}
export default function ({data, parentElement, setTriggerValue}) {
  if (!w.base) {
    const own = [...document.scripts].find((tag) => tag.src.includes("/static/js/"));
    w.base = own ? own.src.split("/static/js/")[0] + "/" : document.baseURI;
  }
  const need = data.files.map((file) => add(w.base + file, file.endsWith(".css")));
  Promise.all(need).then(() => window.Atlas.show(parentElement, data, setTriggerValue, w.base)).catch((error) => {
    parentElement.dataset.failed = error.message;
    if (!parentElement.atlas) { parentElement.textContent = data.broken; }
  });
  return () => setTimeout(() => {
    if (!parentElement.isConnected && window.Atlas) { window.Atlas.hide(parentElement); }
  }, 300);
}
"""


class Picked(NamedTuple):
    """What a reader did on the map: opened or chose an area, or went ``up`` (then there is no code)."""

    code: str | None
    how: Literal["open", "select", "up"]


@st.cache_resource
def _component() -> Any:
    return st.components.v2.component("atlas_map", js=DOOR, isolate_styles=False)


def map_view(told: dict[str, Any], broken: str, key: str = "atlas") -> Picked | None:
    """Show a map and tell what the reader picked on it in this run.

    Parameters
    ----------
    told : dict
        From ``geo.maps.message.message``.
    broken : str
        The sentence shown when the map's own files cannot be loaded (``map.failed``).
    key : str
        Stays the same for the same map: zoom and place live with it.
    """
    result = _component()(
        key=key,
        data={**told, "files": list(files().values()), "broken": broken},
        on_picked_change=_nothing,
        on_up_change=_nothing,
    )
    if result.up:
        return Picked(None, "up")
    if result.picked:
        return Picked(str(result.picked["code"]), "open" if result.picked["how"] == "open" else "select")
    return None


def _nothing() -> None:
    """Streamlit gives a trigger's value only where a callback is named."""
