"""Files of the map as a browser meets them: compressed, kept for ever, named by content, only from this server."""

import asyncio
import gzip
import re
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from starlette.applications import Starlette

from geo.maps import assets

APP = Starlette(routes=assets.routes())


def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One request to the server, without a network."""
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(part: dict) -> None:
        sent.append(part)

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": raw,
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
    }
    # In a thread of its own: the browser tests leave a running loop behind in this one.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(APP(scope, receive, send))).result()
    got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], got, b"".join(part.get("body", b"") for part in sent[1:])


def test_a_published_file_comes_back_whole_and_may_be_kept_for_ever():
    address = assets.publish("a.json", b'{"a": 1}')
    status, headers, body = ask("/" + address)
    assert (status, body) == (200, b'{"a": 1}')
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(("offer", "unpack"), [("gzip, br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_browser_gets_the_best_packing_that_it_understands(offer, unpack):
    body = b"[" + b"1," * 5000 + b"1]"
    status, headers, packed = ask("/" + assets.publish("ones.json", body), accept_encoding=offer)
    assert status == 200
    assert headers["content-encoding"] in offer
    assert unpack(packed) == body
    assert len(packed) < len(body) / 20
    assert headers["vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_file_is_not_sent_it_again():
    address = assets.publish("b.css", b"p{}")
    tag = ask("/" + address)[1]["etag"]
    status, _, body = ask("/" + address, if_none_match=tag)
    assert (status, body) == (304, b"")


def test_a_file_that_is_not_there_is_not_found_and_the_answer_is_not_kept():
    status, headers, body = ask("/atlas/never.0123456789.json")
    assert status == 404
    assert headers["cache-control"] == "no-store"
    assert b"never.0123456789.json" in body


def test_the_same_file_answers_below_a_prefix():
    address = assets.publish("c.json", b"[3]")
    assert ask("/some/prefix/" + address)[2] == b"[3]"


def test_other_content_has_another_address_and_equal_content_the_same():
    assert assets.publish("d.json", b"1") == assets.publish("d.json", b"1") != assets.publish("d.json", b"2")


def test_a_file_of_unknown_kind_is_refused_by_name():
    with pytest.raises(ValueError, match=r"'run\.exe' cannot be served"):
        assets.publish("run.exe", b"")


def test_files_used_long_ago_leave_when_the_shelf_is_full_but_those_to_keep_stay(monkeypatch):
    monkeypatch.setattr(assets, "_shelf", type(assets._shelf)())
    monkeypatch.setattr(assets, "BUDGET", 250)
    kept = assets.publish("kept.json", b"k" * 100, keep=True)
    old, new = assets.publish("old.json", b"o" * 100), assets.publish("new.json", b"n" * 100)
    assert assets.read(old) is None
    assert assets.read(kept) is not None
    assert assets.read(new) is not None


def test_scripts_and_styles_name_no_other_host():
    text = re.sub(rb"/\*.*?\*/", b"", assets.script() + assets.style(), flags=re.DOTALL)
    # The name of SVG's own language is written like an address; nothing is fetched from it.
    assert b"://" not in text.replace(b"http://www.w3.org/2000/svg", b"")
