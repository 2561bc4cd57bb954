"""The page that Streamlit serves, as it stands at the address of a screen, with two habits mended before it starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.file_util import get_static_dir
from uvicorn.protocols.websockets import websockets_sansio_impl as line
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

# Below /compare Streamlit would look for its server at /compare/_stcore first, and be told twice that it is not there;
# screens lie one step below the dashboard, whatever prefix a proxy puts before it.
# It also goes to the bare address of a screen first and then to the one that holds the view: two steps back for what a
# reader did in one. An address that is filled in before she touches the screen takes the place of the one before.
MENDED = """<script>
window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href};
{
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let arrived = true;
  for (const touch of ["pointerdown", "keydown"]) { addEventListener(touch, () => { arrived = false; }, true); }
  addEventListener("popstate", () => { arrived = false; });
  history.pushState = (state, title, url) => {
    const to = new URL(url, location.href), same = to.pathname === location.pathname;
    (same && arrived ? replace : push)(state, title, url);
    arrived = !same;
  };
}
</script>"""


def routes(screens: tuple[str, ...]) -> list[BaseRoute]:
    """Routes for the server: the dashboard and each screen's address, below any prefix, give the mended page."""
    below = [address for screen in screens for address in (f"/{screen}", f"/{{prefix:path}}/{screen}")]
    return [Route(address, _shell, methods=["GET", "HEAD"]) for address in ("/", *below)]


def _shell(request: Request) -> Response:
    page = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
    return HTMLResponse(page.replace("<head>", f"<head>{MENDED}", 1), headers={"Cache-Control": "no-cache"})


def remember_what_was_sent() -> None:
    """Let the line to each browser look 32 KB back for what it sent before, so that a screen is not sent twice.

    The server looks back 4 KB, less than one screen: a change of layer then costs three times the bytes. The longer
    memory is 256 KB a reader.
    """

    def wide(**asked: Any) -> ServerPerMessageDeflateFactory:
        return ServerPerMessageDeflateFactory(**{**asked, "server_max_window_bits": None, "compress_settings": None})

    line.ServerPerMessageDeflateFactory = wide  # type: ignore[attr-defined,assignment]  # uvicorn has no setting for it
