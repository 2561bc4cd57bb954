"""What tests of several maps on a screen ask of them."""

from __future__ import annotations

from tests.browser.conftest import Reader

# Maps are drawn on whole pixels; a degree of latitude is a little longer than one of longitude.
A_PIXEL = 1.5


def all_drawn(reader: Reader, maps: int) -> None:
    """Wait until so many maps are painted and the board stands still."""
    reader.until(
        """(maps) => {
            const frames = [...document.querySelectorAll('[data-testid=atlas]')];
            const board = document.querySelector('[data-testid=atlas-board]');
            return frames.length === maps && frames.every((frame) => +frame.dataset.painted > 0)
                && board && +board.dataset.panels === maps;
        }""",
        maps,
    )
    reader.still()


def of(reader: Reader, position: int, question: str) -> object:
    """What one map of the board says of itself."""
    return reader.page.evaluate(f"(i) => Atlas.probe(i).{question}", position)


def together(reader: Reader, maps: int) -> bool:
    """Whether all maps show the same place at the same zoom, to the pixel."""
    off = reader.page.evaluate(
        """(maps) => {
            const all = [...Array(maps).keys()].map((i) => Atlas.probe(i)), zoom = all[0].zoom;
            const pixels = (256 * 2 ** zoom) / 360;
            return Math.max(...all.map((one) => Math.max(100 * Math.abs(one.zoom - zoom),
                ...one.centre.map((at, k) => pixels * Math.abs(at - all[0].centre[k])))));
        }""",
        maps,
    )
    return float(off) <= A_PIXEL


def pixel(reader: Reader, position: int, code: str) -> tuple[float, float]:
    """Where an area's label point stands on the page, on one of the maps."""
    x, y = reader.page.evaluate("([i, code]) => Atlas.probe(i).pixelOf(code)", [position, code])
    return x, y
