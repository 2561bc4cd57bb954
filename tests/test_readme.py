"""The texts for people who take the atlas over say what the code does: commands, files, settings, layers, sources."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import layers
from geo import cards
from geo.measure import STATUSES
from geo.words import bilingual
from pages.parts.choices import Choices
from pages.parts.frame import PAGES
from pages.parts.settings import DECLARED

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ("README.md", "README.th.md", "CONTRIBUTING.md")
REQUIREMENTS = ("requirements.txt", "requirements-test.txt")
LAYER_HEAD = "| id | title | measured or added up at | sources |"
SOURCE_HEAD = "| id | title | licence as stated | redistribution |"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def layer_table() -> str:
    """The table of layers as README must hold it."""
    rows = [
        f"| `{layer.id}` | {layer.title.en} | {', '.join(layer.levels)} | {', '.join(layer.source)} |"
        for layer in layers.declared().values()
    ]
    return "\n".join([LAYER_HEAD, "|---|---|---|---|", *rows])


def source_table() -> str:
    """The table of sources as README must hold it."""
    rows = [
        f"| `{card.id}` | {card.title.en} | {card.licence} | {card.may_redistribute} |"
        for card in cards.cards().values()
    ]
    return "\n".join([SOURCE_HEAD, "|---|---|---|---|", *rows])


def table_in(text: str, head: str) -> list[str]:
    """The lines of the table that begins with a head line, its head included."""
    found = re.search(rf"^{re.escape(head)}\n(?:\|.*\n)*", text, re.MULTILINE)
    return found.group(0).splitlines() if found else []


def commands_of(text: str) -> list[str]:
    """Every command line and every command named within a sentence."""
    blocks = re.findall(r"^```(?:sh|bash)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line] + re.findall(r"`([^`\n]+)`", text)


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))


def direct() -> dict[str, list[str]]:
    """Per requirements file, its lines that name a package."""
    return {
        name: [line for line in text_of(name).splitlines() if line and not line.startswith(("#", "-"))]
        for name in REQUIREMENTS
    }


def pins() -> dict[str, str]:
    """What constraints.txt pins, by normalised name."""
    lines = [line.split("#")[0].strip() for line in text_of("constraints.txt").splitlines()]
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in lines if line)}


def installed_by(requirement: Requirement, seen: set[str]) -> set[str]:
    """Normalised names of a package and of all that it needs on this machine."""
    name = canonicalize_name(requirement.name)
    key = f"{name}[{','.join(sorted(requirement.extras))}]"
    if key in seen:
        return set()
    seen.add(key)
    needed = {str(name)}
    for line in metadata.requires(name) or []:
        part = Requirement(line)
        if part.marker is None or any(part.marker.evaluate({"extra": e}) for e in ("", *requirement.extras)):
            needed |= installed_by(part, seen)
    return needed


@pytest.mark.parametrize(("head", "expected"), [(LAYER_HEAD, layer_table), (SOURCE_HEAD, source_table)])
def test_readme_lists_exactly_what_the_atlas_holds(head: str, expected: Callable[[], str]) -> None:
    wanted = expected()
    if table_in(text_of("README.md"), head) != wanted.splitlines():
        pytest.fail(f"README.md needs this table:\n\n{wanted}\n", pytrace=False)


@pytest.mark.parametrize("name", GUIDES)
def test_every_make_command_named_exists(name: str) -> None:
    named = {word for line in commands_of(text_of(name)) for word in re.findall(r"^make ([a-z]+)", line)}
    assert named <= targets(), f"{name} names {sorted(named - targets())}, which the Makefile does not have"


@pytest.mark.parametrize(
    ("name", "lang", "line"),
    [("README.md", "en", r"\*\*([^*\n]+)\*\* \((?:`/|the first)"), ("README.th.md", "th", r"- \*\*([^*\n]+)\*\*")],
)
def test_the_tour_walks_through_the_screens_in_the_order_of_the_menu(name: str, lang: str, line: str) -> None:
    tour = re.findall(rf"^{line}", text_of(name), re.MULTILINE)
    assert tour == [bilingual(f"page.{screen}").of(lang) for screen in PAGES]


def test_both_readmes_give_the_two_commands_and_the_plain_lines() -> None:
    plain = (
        "python3 -m venv .venv",
        ".venv/bin/pip install -r requirements.txt",
        ".venv/bin/streamlit run dashboard.py",
        ".venv/bin/pip install -r requirements-test.txt",
        ".venv/bin/python -m pytest",
    )
    for name in ("README.md", "README.th.md"):
        given = commands_of(text_of(name))
        assert [line for line in ("make run", "make test", *plain) if line not in given] == []


@pytest.mark.parametrize("name", ["Makefile", *GUIDES])
def test_every_module_that_a_command_starts_exists(name: str) -> None:
    started = set(re.findall(r"python3? -m ([\w.]+)", text_of(name))) - {"venv"}
    assert [module for module in sorted(started) if importlib.util.find_spec(module) is None] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_file_and_folder_named_exists(name: str) -> None:
    text = text_of(name)
    tree = re.findall(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    named = [word for block in tree for line in block.splitlines() for word in re.split(r"\s{2,}", line)[0].split()]
    named += re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    spans = re.findall(r"`([\w./-]+)`", text)
    named += [span for span in spans if "/" in span.strip("/") or re.search(r"\.(py|toml|txt|md)$", span)]
    urls = {f"/{name}" for name in PAGES} | {"source.toml", "build.py", "corrections.toml"}
    missing = [path for path in named if path not in urls and not (ROOT / path).exists()]
    assert named
    assert missing == []


def test_the_worked_example_of_a_layer_is_the_file_that_it_names() -> None:
    found = re.search(r"`(layers/\w+/\w+\.py)`[^`]*```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    assert found is not None
    assert found.group(2) == text_of(found.group(1))


def test_toml_examples_can_be_read() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", text_of("README.md"), re.DOTALL)
    read = [tomllib.loads(block) for block in blocks]
    assert {key for block in read for key in block} == {"office"}


def test_readme_tells_every_address_parameter_and_no_other() -> None:
    full = Choices(
        "en", "north", ("50",), "50", "district", "density", "1", "5001", ("50",), ("density",), "2010", ("airport",)
    )
    told = table_in(text_of("README.md"), "| parameter | holds | example |")[2:]
    assert {line.split("`")[1] for line in told} == set(full.to_url()) | set(DECLARED)


def test_readme_tells_every_setting_that_the_code_reads() -> None:
    code = [
        ROOT / "dashboard.py",
        *(path for part in ("geo", "layers", "pages") for path in (ROOT / part).rglob("*.py")),
    ]
    read = {name for path in code for name in re.findall(r'environ\.get\("(\w+)"', path.read_text(encoding="utf-8"))}
    told = table_in(text_of("README.md"), "| setting | effect |")[2:]
    assert {line.split("`")[1].split("=")[0] for line in told} == read | {"PORT"}


def test_readme_explains_every_status() -> None:
    told = table_in(text_of("README.md"), "| status | what it says |")[2:]
    assert [line.split("`")[1] for line in told] == list(STATUSES)


def test_continuous_integration_runs_the_test_command_of_readme() -> None:
    script = text_of(".ci/run")
    assert "make test" in [line.strip() for line in script.splitlines()]
    assert "set -euo pipefail" in script
    assert re.search(r"apt-get install [^\n]*\bchromium\b", script)


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_direct_requirement_is_exact_and_gives_its_reason(name: str) -> None:
    lines = direct()[name]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+ +# \w.{3,}", line)] == []


def test_constraints_pin_all_that_the_requirements_bring_along() -> None:
    assert "-c constraints.txt" in text_of("requirements.txt").splitlines()
    seen: set[str] = set()
    wanted = [Requirement(line.split("#")[0].strip()) for lines in direct().values() for line in lines]
    needed = set().union(*(installed_by(requirement, seen) for requirement in wanted))
    pinned = pins()
    assert sorted(needed - pinned.keys()) == []
    assert {name: metadata.version(name) for name in needed} == {name: pinned[name] for name in needed}


def test_direct_requirements_and_constraints_name_the_same_versions() -> None:
    pinned = pins()
    wanted = [Requirement(line.split("#")[0].strip()) for lines in direct().values() for line in lines]
    assert [r.name for r in wanted if str(r.specifier) != f"=={pinned[canonicalize_name(r.name)]}"] == []
