"""An editor makes an edition from the screen: only where a folder is named, only with permissions that she confirms."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.publish.licences import waiting, without
from geo.publish.site import started
from geo.publish.site.plan import Plan
from geo.publish.site.started import begin, folder_name, last_run, options, zipped
from geo.words import say
from tests.pages.conftest import Open

EN, TH = say("en"), say("th")
# Stands in the place of the command: says how far it is, then waits to be stopped, fails, or writes an edition.
STAND_IN = """
import signal, sys
from pathlib import Path
how, out = sys.argv[1], Path(sys.argv[3])
if how == "waits":
    signal.signal(signal.SIGTERM, lambda *_: (print("stopped: what was there is as it was", file=sys.stderr), sys.exit(130)))
print("0/40 pages\\n12/40 pages", file=sys.stderr, flush=True)
if how == "waits":
    signal.pause()
if how == "full":
    print(f"the disk is full: {out} is as it was; free some space and run this again", file=sys.stderr)
    sys.exit(3)
out.mkdir(parents=True)
(out / "edition.json").write_text(" ".join(sys.argv[2:]))
(out / "index.html").write_text("front")
print(f"left out 1 layers: density; ask\\n2 files, 1 new or changed, in {out}")
"""  # noqa: E501


@pytest.fixture
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for editions, named by whoever runs the server."""
    monkeypatch.setenv("ATLAS_EDITIONS", str(tmp_path / "editions"))
    return tmp_path / "editions"


def stand_in(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(started, "PROGRAM", (sys.executable, "-c", STAND_IN, how))


def make(app: AppTest, out: Path) -> AppTest:
    """Press the button, and wait until the run has ended and said how."""
    app.button(key="edition-make").click().run()
    run = last_run(out)
    assert run is not None
    run.listening.join(60)
    return app.run()


def said(app: AppTest) -> str:
    """Everything that the screen tells in boxes and sentences."""
    kinds = (app.success, app.info, app.warning, app.error, app.markdown, app.caption)
    return "\n".join(element.value for kind in kinds for element in kind)


def keys(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.button]


def test_readers_of_an_atlas_without_a_folder_for_editions_see_no_button(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATLAS_EDITIONS", raising=False)
    app = open_page("sources", lang="en")
    assert not app.exception
    assert "edition-make" not in keys(app)


def test_an_editor_makes_an_edition_of_what_she_chose_and_carries_it_away(
    open_page: Open, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "writes")
    app = open_page("sources", lang="en", **{"in": "50,55"})
    asks = [box for box in app.checkbox if str(box.key).startswith("edition-ask-")]
    assert {str(box.key).removeprefix("edition-ask-") for box in asks} == {card.id for card in waiting()}
    assert not any(box.value for box in asks)
    assert f"{len(without([]))} layers" in said(app)
    assert EN("edition_box.without_population") in said(app)
    for key in ("edition-ask-population", "edition-ask-lao", "edition-districts"):
        app.checkbox(key=key).check()
    app.text_input(key="edition-address").set_value("https://edition.example.org/")
    app.run()
    assert f"{len(without(['lao', 'population']))} layers" in said(app)
    assert EN("edition_box.without_population") not in said(app)
    out = editions / "provinces-50-55"
    make(app, out)
    asked = (out / "edition.json").read_text().split()
    assert asked[:2] == ["site", str(out)]
    plan = Plan("50,55", districts=True, base="https://edition.example.org/", confirmed=("lao", "population"))
    assert asked[2:] == options(plan)
    assert EN("edition_box.written", count=2, changed=1, folder=out) in said(app)
    assert [button.label for button in app.get("download_button")] == [EN("edition_box.zip", size="0")]
    with zipfile.ZipFile(io.BytesIO(zipped(out))) as archive:
        assert archive.read("provinces-50-55/index.html") == b"front"
    assert zipped(out) == zipped(out)


def test_a_full_disk_is_told_in_the_language_of_the_reader_and_she_can_try_again(
    open_page: Open, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "full")
    app = make(open_page("sources", lang="th", office="west"), editions / "west")
    assert [box.value for box in app.error] == [TH("edition_fault.full", out=editions / "west")]
    assert not app.button(key="edition-make").disabled


def test_a_run_shows_how_far_it_is_and_ends_when_it_is_stopped(
    open_page: Open, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, "waits")
    out = editions / "country"
    run = begin(Plan(), out)
    while run.done < 12 and run.working:
        run.listening.join(0.05)
    assert begin(Plan(), out) is run
    app = open_page("sources", lang="en")
    assert EN("edition_box.working", done=12, whole=40) in str(app.get("progress")[0].proto)
    assert app.button(key="edition-make").disabled
    app.button(key="edition-stop").click().run()
    run.listening.join(60)
    assert not run.working
    assert EN("edition_fault.stopped") in said(app.run())


def test_what_cannot_be_made_is_said_before_the_button_can_be_pressed(
    open_page: Open, editions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("sources", lang="en", office="south")
    app.text_input(key="edition-address").set_value("javascript:alert(1)").run()
    assert app.button(key="edition-make").disabled
    assert "no public address" in said(app)
    monkeypatch.setattr("geo.publish.typeset.families", lambda: frozenset({"DejaVu Sans"}))
    app.text_input(key="edition-address").set_value("")
    app.checkbox(key="edition-reports").check().run()
    assert app.button(key="edition-make").disabled
    assert "fonts-noto-core" in said(app)
    assert not editions.exists()


@pytest.mark.parametrize("where", ["../../etc", "a/b", ".", "50,../51"])
def test_a_folder_of_an_edition_never_leaves_the_folder_of_editions(where: str) -> None:
    assert set(folder_name(Plan(where))) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert folder_name(Plan(where))


def test_the_folder_of_many_provinces_has_a_name_that_disks_take() -> None:
    names = {folder_name(Plan(",".join(str(code) for code in range(10, last)))) for last in range(11, 97)}
    assert len(names) == 86
    assert max(map(len, names)) <= 80
