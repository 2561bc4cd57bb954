"""The house rules: who may import whom. A rule that is broken is named by file and import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN = ("geo", "layers", "pages")


def source_files() -> list[Path]:
    """Every file of the product that Python reads."""
    folders = [path for name in OWN for path in (ROOT / name).rglob("*.py")]
    return sorted([ROOT / "dashboard.py", *folders])


def module_of(path: Path) -> str:
    """``geo/stats/theil.py`` -> ``geo.stats.theil``."""
    dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return dotted.removesuffix(".__init__")


MODULES = {module_of(path): path for path in source_files()}


def imports(path: Path) -> set[str]:
    """All modules that a file imports anywhere in it, down to the file where that can be told."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            own = str(node.module)
            parts = {f"{own}.{alias.name}" for alias in node.names}
            found |= (parts & set(MODULES)) | ({own} if parts - set(MODULES) else set())
    return found


IMPORTS = {module: imports(path) for module, path in MODULES.items()}
# Deeper imports that reach a module through others.
REACHED: dict[str, set[str]] = {}


def reached(module: str) -> set[str]:
    """Every module of the product that importing this one brings along."""
    if module not in REACHED:
        REACHED[module] = set()
        for other in IMPORTS[module] & set(MODULES):
            REACHED[module] |= {other} | reached(other)
    return REACHED[module]


def breaches(modules: list[str], forbidden: tuple[str, ...], within: dict[str, set[str]]) -> list[str]:
    """ "a imports b" for every import of something forbidden."""
    return [
        f"{module} imports {other}"
        for module in modules
        for other in sorted(within[module])
        if any(other == name or other.startswith(name + ".") for name in forbidden)
    ]


def below(*names: str) -> list[str]:
    return [module for module in MODULES if any(module == name or module.startswith(name + ".") for name in names)]


def test_the_scan_sees_the_product() -> None:
    assert {"geo.places", "geo.stats.equity", "layers", "pages.map", "pages.parts.choices"} <= set(MODULES)
    assert "geo.places" in IMPORTS["geo.measure"]
    assert "geo.gazetteer" in reached("geo.measure")


def test_streamlit_is_known_only_to_the_dashboard_and_its_pages() -> None:
    assert breaches(below("geo", "layers"), ("streamlit",), IMPORTS) == []


def test_method_and_layers_know_nothing_of_pages() -> None:
    assert breaches(below("geo", "layers"), ("pages", "dashboard"), IMPORTS) == []


@pytest.mark.parametrize(
    ("module", "later"),
    [
        ("geo.words", ("geo.problems", "geo.cards", "geo.places", "geo.store", "geo.measure", "layers")),
        ("geo.problems", ("geo.cards", "geo.places", "geo.store", "geo.measure", "layers")),
        ("geo.cards", ("geo.places", "geo.store", "geo.layer", "geo.measure", "layers")),
        ("geo.places", ("geo.store", "geo.layer", "geo.measure", "geo.stats", "geo.maps", "layers")),
        ("geo.store", ("geo.layer", "geo.measure", "geo.stats", "geo.maps", "layers")),
        ("geo.layer", ("geo.store", "geo.measure", "geo.stats", "geo.maps", "layers")),
        ("geo.indices", ("geo.store", "geo.measure", "geo.stats", "geo.maps", "layers")),
        ("geo.evaluate", ("geo.measure", "geo.stats", "geo.maps")),
        ("geo.measure", ("geo.stats", "geo.maps")),
        ("layers", ("geo.measure", "geo.evaluate", "geo.stats", "geo.maps")),
    ],
)
def test_what_lies_deeper_brings_along_nothing_that_stands_on_it(module: str, later: tuple[str, ...]) -> None:
    reached(module)
    assert breaches([module], later, REACHED) == []


def test_no_module_reaches_itself() -> None:
    assert [module for module in MODULES if module in reached(module)] == []


def test_statistics_are_numbers_in_numbers_out() -> None:
    ours = ("geo", "layers", "pages")
    strangers = [
        text
        for text in breaches(below("geo.stats"), ours, IMPORTS)
        if not text.split(" imports ")[1].startswith("geo.stats.")
    ]
    assert strangers == []


def test_maps_draw_what_they_are_told_and_measure_nothing() -> None:
    strangers = ("layers", "geo.measure", "geo.evaluate", "geo.store", "geo.places", "geo.cards")
    assert breaches(below("geo.maps"), strangers, IMPORTS) == []


def test_a_layer_is_declared_with_its_vocabulary_alone() -> None:
    declared = [module for module in MODULES if module.startswith("layers.")]
    assert len(declared) >= 26
    vocabulary = {"__future__", "geo.layer", "geo.words", "geo.indices"}
    # The composite is put together from its three indices.
    parts = {"layers.readiness": {"layers.provision", "layers.need", "layers.capacity"}}
    strange = {module: IMPORTS[module] - vocabulary - parts.get(module, set()) for module in declared}
    assert {module: names for module, names in strange.items() if names} == {}


def test_a_layer_file_decides_and_computes_nothing() -> None:
    clever = (ast.If, ast.For, ast.While, ast.Try, ast.FunctionDef, ast.ClassDef, ast.IfExp, ast.Lambda, ast.With)
    found = [
        f"{module}: {type(node).__name__} in line {node.lineno}"
        for module, path in MODULES.items()
        if module.startswith("layers.")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, clever)
    ]
    assert found == []


def test_parts_of_screens_do_not_import_whole_screens() -> None:
    screens = tuple(module for module in MODULES if module.startswith("pages.") and module.count(".") == 1)
    assert breaches(below("pages.parts"), tuple(s for s in screens if s != "pages.parts"), IMPORTS) == []
