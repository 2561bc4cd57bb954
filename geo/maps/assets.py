"""Files that a browser fetches once: named by their content, compressed, kept for ever, never from another host."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from threading import Lock

import brotli
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

FOLDER = "atlas"
BUDGET = 96 * 1024 * 1024
TYPES = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "svg": "image/svg+xml",
    "html": "text/html; charset=utf-8",
}
# Order matters: later chapters use what earlier ones define.
CHAPTERS = (
    "geometry.js",
    "ink.js",
    "paint.js",
    "labels.js",
    "over.js",
    "points.js",
    "legend.js",
    "card.js",
    "reader.js",
    "touch.js",
    "square.js",
    "inset.js",
    "fetch.js",
    "show.js",
    "probe.js",
    "board.js",
)
STYLES = ("atlas.css", "board.css")
# The wheel django-js-lib-leaflet carries Leaflet's own files, so plain pip brings them and no copy lives here.
LEAFLET = "js_lib_leaflet"
LEAFLET_FOLDER = "static/js_lib_leaflet"


@dataclass
class Asset:
    """One file as it is served; the compressed forms are made when they are first asked for."""

    body: bytes
    kind: str
    tag: str
    keep: bool
    packed: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes held in memory for this file, all its forms together."""
        return len(self.body) + sum(len(form) for form in self.packed.values())


_shelf: OrderedDict[str, Asset] = OrderedDict()
_lock = Lock()


def digest(*parts: bytes) -> str:
    """Ten characters that change when the content does.

    Examples
    --------
    >>> digest(b"a") == digest(b"a"), digest(b"a") == digest(b"b"), len(digest(b""))
    (True, False, 10)
    """
    hashed = hashlib.blake2b(digest_size=5)
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()


def publish(name: str, body: bytes, *, keep: bool = False) -> str:
    """Put a file on the shelf and tell its address, relative to the base of the dashboard.

    Publishing the same content again costs a hash and gives the same address. The least recently used files leave the
    shelf once it holds more than 96 MB; those published with ``keep`` stay.

    Parameters
    ----------
    name : str
        ``stem.ext``; the extension (js, css, json, svg, html) decides the content type.
    body : bytes
        The file, not compressed.
    keep : bool
        For the few files that every page needs.

    Raises
    ------
    ValueError
        For an extension that has no content type here.

    Examples
    --------
    >>> publish("greeting.json", b'"sawasdee"')
    'atlas/greeting.b9edc09f69.json'
    """
    stem, _, ending = name.rpartition(".")
    if ending not in TYPES or not stem:
        raise ValueError(f"assets: {name!r} cannot be served; its ending must be one of {', '.join(TYPES)}")
    tag = digest(body)
    file = f"{stem}.{tag}.{ending}"
    with _lock:
        if file in _shelf:
            _shelf.move_to_end(file)
        else:
            _shelf[file] = Asset(body, TYPES[ending], f'"{tag}"', keep)
            _make_room()
    return f"{FOLDER}/{file}"


def _make_room() -> None:
    total = sum(asset.size for asset in _shelf.values())
    for file in [file for file, asset in _shelf.items() if not asset.keep][:-1]:
        if total <= BUDGET:
            return
        total -= _shelf.pop(file).size


def read(address: str) -> bytes | None:
    """The content behind an address that ``publish`` gave, or None once it has left the shelf."""
    asset = _shelf.get(address.rpartition("/")[2])
    return asset.body if asset else None


def routes() -> list[BaseRoute]:
    """Routes for the server: ``st.App("dashboard.py", routes=assets.routes())``.

    The second route answers under any prefix, for a dashboard that is served below a path by ``server.baseUrlPath``.
    """
    return [
        Route(f"/{FOLDER}/{{file}}", _serve, methods=["GET", "HEAD"]),
        Route(f"/{{prefix:path}}/{FOLDER}/{{file}}", _serve, methods=["GET", "HEAD"]),
    ]


def _serve(request: Request) -> Response:
    file = request.path_params["file"]
    with _lock:
        asset = _shelf.get(file)
        if asset is not None:
            _shelf.move_to_end(file)
    if asset is None:
        # Not kept by any cache: after a restart the same address may hold its file again.
        return PlainTextResponse(f"{file} is not on the shelf", 404, headers={"Cache-Control": "no-store"})
    headers = {
        "ETag": asset.tag,
        "Cache-Control": "public, max-age=31536000, immutable",
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if asset.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    form = _form(asset, request.headers.get("accept-encoding", ""))
    if form:
        headers["Content-Encoding"] = form
    return Response(asset.packed[form] if form else asset.body, headers=headers, media_type=asset.kind)


def _form(asset: Asset, accepted: str) -> str:
    offers = {offer.partition(";")[0].strip() for offer in accepted.split(",")}
    form = "br" if "br" in offers else "gzip" if "gzip" in offers else ""
    if form and form not in asset.packed:
        # Quality 9 packs 2 MB of shapes in about 0.2 s, once; 11 would take several seconds for 8 % less.
        asset.packed[form] = (
            brotli.compress(asset.body, quality=9) if form == "br" else gzip.compress(asset.body, 9, mtime=0)
        )
    return form


def front(file: str) -> str:
    """The text of one of the map's own scripts or styles."""
    return (resources.files("geo.maps") / "front" / file).read_text("utf-8")


@lru_cache
def leaflet(file: str) -> bytes:
    """One of Leaflet's own files, from the installed wheel.

    Raises
    ------
    FileNotFoundError
        When the wheel is not installed; the sentence says which one.
    """
    try:
        return (resources.files(LEAFLET) / LEAFLET_FOLDER / file).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise FileNotFoundError(
            f"Leaflet's {file} was not found; install the package django-js-lib-leaflet (it is in requirements.txt)"
        ) from error


def script() -> bytes:
    """All of the map's own JavaScript as one classic script, in the order of ``CHAPTERS``."""
    return "\n".join(front(file) for file in CHAPTERS).encode()


def style() -> bytes:
    """All of the map's own styles, after Leaflet's."""
    # Leaflet's style names images that only its own markers and layer switch use; the atlas draws neither.
    plain = leaflet("leaflet.css").decode()
    return "\n".join([plain, *(front(file) for file in STYLES)]).encode()


def common() -> dict[str, str]:
    """Addresses of the files every map needs: ``leaflet``, ``atlas`` and ``style``."""
    return {
        "leaflet": publish("leaflet.js", leaflet("leaflet.js"), keep=True),
        "atlas": publish("atlas.js", script(), keep=True),
        "style": publish("atlas.css", style(), keep=True),
    }


def compact(value: Mapping[str, object] | Sequence[object]) -> bytes:
    """JSON without blanks, the same bytes for the same content.

    Examples
    --------
    >>> compact({"a": [1, None]})
    b'{"a":[1,null]}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
