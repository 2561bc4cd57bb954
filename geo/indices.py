"""What an index is made of: headings and indicators, each with its weight, the reason for it, and who decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from geo.layer import Standard
from geo.problems import LayerError
from geo.words import Text

AGGREGATES = ("arithmetic", "geometric", "harmonic", "mazziotta_pareto")


PROPOSAL = Text("ข้อเสนอของโครงการนี้", "this project's proposal")
# Nobody has published a standard for a score of headings.
HALFWAY = Standard(
    50.0,
    Text(
        "กึ่งกลางระหว่างหลักปลายทั้งสอง เป็นข้อเสนอของโครงการนี้ ไม่ใช่มาตรฐานที่ประกาศไว้",
        "half-way between the goalposts: this project's proposal, no published standard",
    ),
)


@dataclass(frozen=True)
class Indicator:
    """One layer in an index. Its direction, goalposts and standard are facts of the layer and stand there."""

    layer: str
    weight: float
    why: Text
    who: Text


@dataclass(frozen=True)
class Dimension:
    """A heading of an index. Without indicators it is shown as not measured, and ``why`` says what is wanting."""

    id: str
    title: Text
    why: Text
    who: Text
    weight: float = 1.0
    indicators: tuple[Indicator, ...] = ()
    required: bool = False
    standard: Standard | None = None


@dataclass(frozen=True)
class Index:
    """One index: its headings, how they are joined, what a high score says, and where a single number may stand.

    ``more`` is ``better`` where 100 is the good end and ``worse`` where 100 is the greatest need. ``levels`` are the
    levels at which the headings may be joined to one number; elsewhere they stand alone, and ``levels_why`` says why.
    """

    id: str
    title: Text
    question: Text
    more: Literal["better", "worse"]
    aggregate: str
    aggregate_why: Text
    levels: tuple[str, ...]
    levels_why: Text
    dimensions: tuple[Dimension, ...]

    @property
    def measured(self) -> tuple[Dimension, ...]:
        """The headings that have an indicator."""
        return tuple(dimension for dimension in self.dimensions if dimension.indicators)

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers it is made of, in order."""
        return tuple(item.layer for dimension in self.dimensions for item in dimension.indicators)


@dataclass(frozen=True)
class Ladder:
    """Fixed classes of a scale: where each begins above the first, what each is called, and who set them."""

    steps: tuple[float, ...]
    names: tuple[Text, ...]
    who: Text


@dataclass(frozen=True)
class Method:
    """The whole declaration under one version; a change of any number in it is a new version.

    ``percentages`` are the classes of layers that are a share of people, households or schools, ``scores`` those of
    the indices and their headings.
    """

    version: str
    indices: tuple[Index, ...]
    percentages: Ladder
    scores: Ladder
    left_out: dict[str, Text] = field(default_factory=dict)

    def index(self, index_id: str) -> Index:
        """The index of that name.

        Raises
        ------
        LayerError
            Where there is none, with those there are.
        """
        for index in self.indices:
            if index.id == index_id:
                return index
        raise LayerError(f"index {index_id!r} does not exist; there are {', '.join(i.id for i in self.indices)}")


def check(method: Method, layers: Collection[str], where: str = "layers/readiness.py") -> None:
    """Refuse a declaration that names what is not there, counts a layer twice, or weighs nothing.

    Raises
    ------
    LayerError
        One sentence that names the file, the index and the fault.
    """

    def refuse(index: Index, what: str) -> None:
        raise LayerError(f"{where}: index {index.id!r} {what}")

    seen: dict[str, str] = {}
    for index in method.indices:
        ids = [dimension.id for dimension in index.dimensions]
        if len(set(ids)) < len(ids):
            refuse(index, f"names a heading twice: {', '.join(ids)}")
        if index.aggregate not in AGGREGATES:
            refuse(index, f"is joined by {index.aggregate!r}; choose one of {', '.join(AGGREGATES)}")
        for layer in index.layers:
            if layer not in layers:
                refuse(index, f"names the layer {layer!r}, which is not declared")
            if layer in seen:
                refuse(index, f"counts the layer {layer!r}, which {seen[layer]!r} counts already; indices never mix")
            seen[layer] = index.id
        weights = {dimension.id: dimension.weight for dimension in index.measured}
        weights |= {item.layer: item.weight for dimension in index.measured for item in dimension.indicators}
        for name, weight in weights.items():
            if not 0 < weight <= 10:
                refuse(index, f"gives {name!r} the weight {weight:g}; weights lie over 0 and up to 10")
    if both := sorted(seen.keys() & method.left_out.keys()):
        raise LayerError(f"{where}: {both[0]!r} is both counted and left out; keep one of them")
