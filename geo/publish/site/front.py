"""Style and scripts of an edition: the map's own files as the dashboard serves them, and those of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources

from geo.maps import assets, folium_map
from geo.publish.site.page import Content, Job
from geo.publish.site.plan import Plan

STYLES = (
    "site.css",
    "map.css",
    "place.css",
    "charts.css",
    "ready.css",
    "data.css",
)
# In this order in one file; each does nothing on a page without what it serves.
SCRIPTS = (
    "shell.js",
    "dots.js",
    "map.js",
    "embed.js",
    "compare.js",
)


def own(file: str) -> str:
    """The text of one of the edition's own styles or scripts."""
    return (resources.files("geo.publish.site") / "front" / file).read_text("utf-8")


@lru_cache
def _files() -> dict[str, tuple[str, bytes]]:
    """Each shared file by its name, with its path, which changes only with its content."""
    content = {
        "style.css": "\n".join(own(file) for file in STYLES).encode(),
        "site.js": "\n".join(own(file) for file in SCRIPTS).encode(),
        "map.css": assets.style(),
        "leaflet.js": assets.leaflet("leaflet.js"),
        "atlas.js": assets.script(),
        "folium.js": folium_map.script().encode(),
    }
    paths = {}
    for name, body in content.items():
        stem, _, ending = name.rpartition(".")
        paths[name] = (f"assets/{stem}.{assets.digest(body)}.{ending}", body)
    return paths


def shared() -> dict[str, str]:
    """Paths of the shared files: ``style.css`` and ``site.js`` for every page, the rest for maps."""
    return {name: path for name, (path, _) in _files().items()}


def jobs(plan: Plan) -> Iterable[Job]:
    """The shared files, once."""
    yield Job(_write)


def _write() -> Iterator[tuple[str, Content]]:
    yield from _files().values()
