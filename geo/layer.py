"""What a layer is: one indicator, declared with its meaning, measured in one of the ways of ``geo.measures``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from geo.measures import Change, Count, Density, Distance, Given, Measure, Rate, Ratio, Share
from geo.problems import LayerError
from geo.words import Text, bilingual

# A file that declares a layer has all its vocabulary from here.
__all__ = ["DIMENSIONS", "FAMILIES", "GRADES", "INDICES", "ITU_BANDS", "KINDS", "MEASURED_LEVELS"]
__all__ += ["Change", "Count", "Density", "Distance", "Given", "Measure", "Rate", "Ratio", "Share"]
__all__ += ["Doubt", "Goalposts", "Ladder", "Layer", "Standard", "Text", "check"]

FAMILIES = ("internet", "infrastructure", "support")
DIMENSIONS = ("environment", "energy", "economy", "governance", "living", "mobility", "people")
INDICES = ("provision", "need", "capacity")
KINDS = ("per_head", "percentage", "score", "distance", "count", "amount", "speed", "change")
GRADES = ("measured", "survey", "proxy", "modelled")
MEASURED_LEVELS = ("country", "region", "province", "district", "subdistrict", "lao")


@dataclass(frozen=True)
class Goalposts:
    """Fixed ends of a 0 to 100 scale, and why they stand there. ``log`` where a doubling matters more than a step."""

    low: float
    high: float
    why: Text
    log: bool = False


@dataclass(frozen=True)
class Standard:
    """A value that should be reached, and who set it."""

    value: float
    who: Text


@dataclass(frozen=True)
class Ladder:
    """Fixed classes that somebody set: where each class begins above the first, what each is called, and who set them.

    A value equal to a step stands in the class that begins there ("75 and more").
    """

    steps: tuple[float, ...]
    names: tuple[Text, ...]
    who: Text


# Shares of people, households or schools that are connected; nothing else is meant by these bands.
ITU_BANDS = Ladder(
    (50, 75, 95),
    (
        Text("จำกัด", "limited"),
        Text("น่าพอใจ", "satisfactory"),
        Text("ก้าวหน้า", "advanced"),
        Text("บรรลุเป้าหมาย", "target met"),
    ),
    Text(
        "สหภาพโทรคมนาคมระหว่างประเทศ (ITU): การเชื่อมต่ออย่างทั่วถึงและมีความหมาย",
        "International Telecommunication Union (ITU): universal and meaningful connectivity",
    ),
)


@dataclass(frozen=True)
class Doubt:
    """When a layer's own values deserve less trust, and why: they keep their class and are drawn hatched.

    ``base_under``: fewer stand behind a value; ``older_than``: it describes an earlier year; ``third_party``: all of it
    was gathered by others than whoever is responsible. ``levels`` limits the rule; empty means every level.
    """

    why: Text
    base_under: float | None = None
    older_than: int | None = None
    third_party: bool = False
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layer:
    """One indicator as its readers need it: what it asks, how it is measured, where it ends.

    ``unit_one`` is the unit as it stands beside the number one, where that differs (1 airport).
    """

    title: Text
    short: Text
    question: Text
    family: str
    dimension: str
    index: str
    kind: str
    unit: Text
    decimals: int
    better: str
    source: tuple[str, ...]
    measure: Measure
    levels: tuple[str, ...]
    valid: tuple[float, float]
    grade: str
    caveat: Text
    goalposts: Goalposts | None = None
    standard: Standard | None = None
    floor: float | None = None
    base_unit: Text | None = None
    unit_one: Text | None = None
    default_period: str | None = None
    not_applicable: Mapping[str, Text] = field(default_factory=dict)
    words: Mapping[float, Text] = field(default_factory=dict)
    ladder: Ladder | None = None
    doubt: Doubt | None = None
    id: str = ""

    def named(self, layer_id: str) -> Layer:
        """The same layer under the name of its file."""
        return replace(self, id=layer_id)

    def unit_of(self, number: str, lang: str) -> str:
        """The unit as it stands behind a printed number.

        Examples
        --------
        >>> from layers import catalogue
        >>> airports = catalogue()["airports_scheduled"]
        >>> airports.unit_of("1", "en"), airports.unit_of("2", "en")
        ('airport', 'airports')
        """
        return (self.unit_one if self.unit_one and number == "1" else self.unit).of(lang)

    @property
    def files(self) -> tuple[str, ...]:
        """The tables that its measure reads, as ``source/name.csv``."""
        named = (str(getattr(self.measure, name, "")) for name in ("file", "part", "whole", "points"))
        return tuple(dict.fromkeys(text.split("#")[0] for text in named if "/" in text))

    @property
    def finest(self) -> str:
        """The finest level at which the layer is measured, LAOs aside."""
        return [level for level in MEASURED_LEVELS if level in self.levels and level != "lao"][-1]


def _texts(layer: Layer) -> list[tuple[str, Text]]:
    """Every text of a layer that a reader may see, with the field it stands in."""
    own = [(item.name, getattr(layer, item.name)) for item in fields(layer)]
    texts = [(name, value) for name, value in own if isinstance(value, Text)]
    texts += [("not_applicable", reason) for reason in layer.not_applicable.values()]
    texts += [("words", word) for word in layer.words.values()]
    texts += [("goalposts", layer.goalposts.why)] if layer.goalposts else []
    texts += [("standard", layer.standard.who)] if layer.standard else []
    texts += [("ladder", text) for text in (*layer.ladder.names, layer.ladder.who)] if layer.ladder else []
    return texts + ([("doubt", layer.doubt.why)] if layer.doubt else [])


def check(layer: Layer, where: str) -> None:
    """Refuse a layer that is declared incompletely or wrongly.

    Raises
    ------
    LayerError
        One sentence that names the file and the field.
    """

    def refuse(name: str, what: str, **values: object) -> None:
        raise LayerError(
            bilingual("problem.field", where=where, field=repr(name), what=bilingual(f"problem.field_{what}", **values))
        )

    for name in ("title", "short", "question", "unit", "caveat"):
        if not isinstance(getattr(layer, name), Text):
            refuse(name, "no_text", written=repr(getattr(layer, name)))
    for name, text in _texts(layer):
        if not (text.th.strip() and text.en.strip()):
            refuse(name, "empty")
    for name, choices in (
        ("family", FAMILIES),
        ("dimension", DIMENSIONS),
        ("index", INDICES),
        ("kind", KINDS),
        ("grade", GRADES),
        ("better", ("higher", "lower", "neither")),
    ):
        if getattr(layer, name) not in choices:
            refuse(name, "choice", written=repr(getattr(layer, name)), choices=", ".join(choices))
    if not layer.source or not isinstance(layer.source, tuple):
        refuse("source", "no_source")
    for source in (file.split("/")[0] for file in layer.files):
        if source not in layer.source:
            refuse("source", "lacks_source", source=repr(source))
    if not set(layer.levels) - {"lao"} or any(level not in MEASURED_LEVELS for level in layer.levels):
        refuse("levels", "levels", written=repr(layer.levels), choices=", ".join(MEASURED_LEVELS[:-1]))
    if not layer.valid[0] < layer.valid[1]:
        refuse("valid", "range", written=repr(layer.valid))
    if layer.goalposts and not layer.goalposts.low < layer.goalposts.high:
        refuse("goalposts", "goalposts")
    if layer.floor is not None and layer.base_unit is None:
        refuse("base_unit", "base_unit")
    if (ladder := layer.ladder) is not None:
        if not 1 <= len(ladder.steps) <= 8 or list(ladder.steps) != sorted(set(ladder.steps)):
            refuse("ladder", "steps", written=repr(ladder.steps))
        if len(ladder.names) != len(ladder.steps) + 1:
            refuse("ladder", "step_names", names=len(ladder.names), classes=len(ladder.steps) + 1)
    if (doubt := layer.doubt) is not None:
        if doubt.base_under is None and doubt.older_than is None and not doubt.third_party:
            refuse("doubt", "doubt")
        if doubt.base_under is not None and layer.base_unit is None:
            refuse("base_unit", "doubt_unit")
    if isinstance(layer.measure, Count | Distance) and layer.default_period is None:
        refuse("default_period", "period")
    if not isinstance(layer.decimals, int) or not 0 <= layer.decimals <= 6:
        refuse("decimals", "decimals", written=repr(layer.decimals))
