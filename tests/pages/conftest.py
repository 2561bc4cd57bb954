"""Screens run as a reader opens them: through dashboard.py, whatever was read before them forgotten."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from geo import problems

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
Open = Callable[..., AppTest]


def forget() -> None:
    """Empty every cache of the product and its list of problems, as a server that starts anew."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper) and str(found.__module__).split(".")[0] in ("geo", "layers", "pages"):
            found.cache_clear()
    problems.forget()


@pytest.fixture
def fresh() -> Iterator[Callable[[], None]]:
    """For tests that change the data or the licences: caches are emptied when asked and again at the end."""
    yield forget
    forget()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """``open_page("compare", lang="en")`` opens a screen of dashboard.py at an address."""
    # The server switches off Streamlit's own reading of the folder pages; AppTest switches it on before each run.
    begin = PagesManager.__init__

    def started(self: PagesManager, *args: Any, **kwargs: Any) -> None:
        begin(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", started)

    def opened(page: str = "map", **params: str) -> AppTest:
        app = AppTest.from_file(str(DASHBOARD), default_timeout=120)
        for key, text in params.items():
            app.query_params[key] = text
        if page != "map":
            # What switch_page does after a first run; a reader with a link has no first run.
            app._page_hash = calc_hash(page)
        return app.run()

    return opened


@pytest.fixture
def own_data(tmp_path: Path, fresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data folder that a test may damage; large files are linked, not copied."""
    folder = tmp_path / "data"
    shutil.copytree(DASHBOARD.parent / "data", folder, symlinks=True, copy_function=_linked)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    fresh()
    return folder


def _linked(source: str, target: str) -> None:
    Path(target).symlink_to(source)


def damage(path: Path, change: Callable[[str], str]) -> None:
    """Put a changed copy in the place of a linked file."""
    text = path.read_text(encoding="utf-8")
    path.unlink()
    path.write_text(change(text), encoding="utf-8")
