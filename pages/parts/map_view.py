"""The map on a screen: hands a message to the browser and gives back what the reader picked."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import streamlit as st

from geo.maps import assets
from geo.maps.folium_map import files
from pages.parts.frame import keep_setting

# Sent with every rerun, so it only opens the door, which the browser then keeps. The base of the dashboard is where
# Streamlit's own scripts come from: that holds below any prefix and behind any proxy.
BELL = """
export default function (c) {
  const own = [...document.scripts].find((tag) => tag.src.includes("/static/js/"));
  const base = own ? own.src.split("/static/js/")[0] + "/" : document.baseURI;
  const door = import(base + c.data.door);
  door.then((d) => d.open(c, base)).catch((error) => {
    c.parentElement.dataset.failed = error.message;
    if (!c.parentElement.atlas && !c.parentElement.board) { c.parentElement.textContent = c.data.broken; }
  });
  return () => { door.then((d) => d.close(c.parentElement)).catch(() => {}); };
}
"""
DOOR = """
const coming = {};
function add(url) {
  const css = url.endsWith(".css");
  return coming[url] = coming[url] || new Promise((done, failed) => {
    const tag = document.createElement(css ? "link" : "script");
    if (css) { tag.rel = "stylesheet"; tag.href = url; } else { tag.async = false; tag.src = url; }
    tag.onload = done;
    tag.onerror = () => { delete coming[url]; failed(new Error(url)); };
    document.head.append(tag);
  });
}
export async function open({data, parentElement, setTriggerValue}, base) {
  await Promise.all(FILES.map((file) => add(base + file)));
  window.Atlas[data.panels ? "board" : "show"](parentElement, data, setTriggerValue, base);
}
export function close(element) {
  setTimeout(() => { if (!element.isConnected && window.Atlas) { window.Atlas.hide(element); } }, 300);
}
"""


@lru_cache
def _door() -> str:
    """Address of the script that loads the map's files and hands values to it; it changes only when they do."""
    listed = json.dumps(list(files().values()))
    return assets.publish("door.js", f"const FILES = {listed};{DOOR}".encode(), keep=True)


class Picked(NamedTuple):
    """What a reader did on the map: opened or chose an area, or went ``up`` (then there is no code)."""

    code: str | None
    how: Literal["open", "select", "up"]


@st.cache_resource
def _component() -> Any:
    return st.components.v2.component("atlas_map", js=BELL, isolate_styles=False)


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
        data={**told, "door": _door(), "broken": broken},
        on_picked_change=_nothing,
        on_up_change=_nothing,
        on_shape_change=_nothing,
    )
    if result.shape in ("land", "people"):
        # The map shows it already; the address follows, and with it every other map.
        keep_setting(shape=result.shape)
    if result.up:
        return Picked(None, "up")
    if result.picked:
        return Picked(str(result.picked["code"]), "open" if result.picked["how"] == "open" else "select")
    return None


def _nothing() -> None:
    """Streamlit gives a trigger's value only where a callback is named."""
