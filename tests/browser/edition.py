"""An edition looked through file by file: what its pages link to, what is there, and whether files can be opened."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pandas as pd

# What a browser fetches by itself; everything else a reader follows.
FETCHED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data")}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "manifest"}
PATHS = {"href", "src", "data", "poster", "action"}


class Read(HTMLParser):
    """The links, marks and headings of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, bool]] = []
        self.downloads: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if told.get("id"):
            self.ids.append(told["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name in PATHS & told.keys():
            fetched = (tag, name) in FETCHED or (tag == "link" and told.get("rel") in FETCHED_LINKS)
            self.links.append((told[name], fetched))
        for part in told.get("srcset", "").split(","):
            if part.strip():
                self.links.append((part.split()[0], True))
        if "download" in told:
            self.downloads.append(told.get("href", ""))


@dataclass
class Looked:
    """An edition in a folder; paths are those below it."""

    folder: Path
    pages: dict[str, Read] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = {path: Read(self.text(path)) for path in self.files if path.endswith(".html")}

    @cached_property
    def files(self) -> list[str]:
        """Every file."""
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.is_file())

    def text(self, path: str) -> str:
        """A file as text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def leads(self, path: str, link: str) -> tuple[str, str]:
        """The file and the mark in it to which a relative link on a page leads."""
        parts = urlsplit(link)
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        )
        return target, unquote(parts.fragment)

    def broken(self) -> list[str]:
        """Every link that leads to nothing, out of the folder, or lets a browser fetch from elsewhere."""
        held, found = set(self.files), []
        marks = {path: set(page.ids) for path, page in self.pages.items()}
        for path, page in self.pages.items():
            for link, fetched in page.links:
                scheme = urlsplit(link).scheme
                if scheme == "data" or (scheme in ("http", "https", "mailto") and not fetched):
                    continue
                target, mark = self.leads(path, link)
                # A mark with "=" in it is the state of a map, not a place on the page.
                lost = mark and "=" not in mark and target in marks and mark not in marks[target]
                if scheme or link.startswith("/") or target not in held or lost:
                    found.append(f"{path}: {link}")
        return sorted(set(found))

    def reached(self, start: str = "index.html") -> set[str]:
        """Every file that a reader comes to by links from the first page."""
        seen, ahead = {start}, [start]
        while ahead:
            path = ahead.pop()
            for link, _ in self.pages[path].links:
                if not urlsplit(link).scheme and (target := self.leads(path, link)[0]) not in seen:
                    seen.add(target)
                    ahead += [target] if target in self.pages else []
        return seen

    def one_of_each(self) -> dict[str, str]:
        """A page of each kind: a screen of its own, or the first of those that stand in one folder."""
        kinds: dict[str, str] = {}
        for path in self.pages:
            folder = posixpath.dirname(path)
            single = folder in ("", "th", "en")
            kinds.setdefault(path if single else f"{folder}/*", path)
        return kinds


def opens(path: str, content: bytes) -> str:
    """What is wrong with a file that a reader carries away; empty when programs can open it."""
    kind = path.rsplit(".", 1)[-1]
    try:
        if kind == "csv":
            if not content.startswith(b"\xef\xbb\xbf"):
                return "no mark by which Excel knows Thai"
            return "" if len(pd.read_csv(BytesIO(content), dtype=str, encoding="utf-8-sig").columns) > 1 else "no table"
        if kind in ("json", "geojson", "topojson"):
            json.loads(content)
        elif kind in ("xlsx", "zip"):
            with zipfile.ZipFile(BytesIO(content)) as archive:
                return "" if archive.testzip() is None and archive.namelist() else "damaged"
        elif kind == "svg":
            ElementTree.fromstring(content)
        elif kind == "parquet":
            pd.read_parquet(BytesIO(content))
        else:
            heads = {"pdf": b"%PDF-", "png": b"\x89PNG", "html": b"<!DOCTYPE html>"}
            return "" if content.startswith(heads.get(kind, b"")) else "another kind of file"
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
    return ""
