"""Small drawings of a report as SVG without any text: where a place lies, where its value lies, how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import shapely

from geo.boundaries import shapes
from geo.gazetteer import level_of
from geo.places import places

# Okabe and Ito's orange on greys: the place stands out in any print, in grey too.
MARK, LAND, AROUND, LINE, INK = "#d55e00", "#dfe6ea", "#f3f5f7", "#8c9aa3", "#33424c"
WIDE, HIGH = 260.0, 300.0


class Inks(NamedTuple):
    """The colours of a strip or a trend: the place itself, the line under all, the others, the country's outline."""

    mark: str
    ground: str
    others: str
    wider: str
    paper: str


PRINT = Inks(MARK, LAND, LINE, INK, "#fff")


def _svg(width: float, height: float, body: Sequence[str]) -> bytes:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
    return f'{head} viewBox="0 0 {width:g} {height:g}">{"".join(body)}</svg>\n'.encode()


def strip(others: Sequence[float], own: float, wider: float | None, better: str, inks: Inks = PRINT) -> bytes:
    """One value among those of its siblings: the better end always on the right, the country as an open diamond."""
    known = np.array([*others, own, *([] if wider is None else [wider])], dtype=float)
    low, high = float(known.min()), float(known.max())

    def at(value: float) -> float:
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(4 + 92 * (1 - share if better == "lower" else share), 1)

    ticks = sorted({at(float(value)) for value in others})
    body = [f'<path d="M4 7H96" stroke="{inks.ground}" stroke-width="1"/>']
    lines = "".join(f"M{x:g} 4V10" for x in ticks)
    body += [f'<path d="{lines}" stroke="{inks.others}" stroke-width=".6" stroke-opacity=".75"/>'] if ticks else []
    if wider is not None:
        x = at(wider)
        shape = f"M{x:g} 3.2L{x + 3:g} 7L{x:g} 10.8L{x - 3:g} 7Z"
        body.append(f'<path d="{shape}" fill="{inks.paper}" stroke="{inks.wider}"/>')
    body.append(f'<circle cx="{at(own):g}" cy="7" r="3.1" fill="{inks.mark}"/>')
    return _svg(100, 14, body)


def trend(values: Sequence[float], inks: Inks = PRINT) -> bytes:
    """A value over time: a line from the oldest to the newest, the newest marked."""
    known = np.array(values, dtype=float)
    low, span = float(known.min()), float(np.ptp(known)) or 1.0
    xs = np.linspace(4, 56, len(known)).round(1)
    ys = (11.5 - 9 * (known - low) / span).round(1) if np.ptp(known) else np.full(len(known), 7.0)
    points = " ".join(f"{x:g},{y:g}" for x, y in zip(xs, ys, strict=True))
    line = f'<polyline points="{points}" fill="none" stroke="{inks.wider}" stroke-width="1.1" stroke-linejoin="round"/>'
    return _svg(60, 14, [line, f'<circle cx="{xs[-1]:g}" cy="{ys[-1]:g}" r="2" fill="{inks.mark}"/>'])


def locator(code: str) -> tuple[bytes, bytes]:
    """Where a place lies: its province in the country, and the place among its like.

    A district is shown in its province, a subdistrict or a local authority in its district.
    """
    level = level_of(code)
    row = places(level).loc[code]
    province = code if level == "province" else str(row["province"])
    country = shapes("province").geometry
    far = _in_country(province, country)
    if level == "province" or (level == "lao" and row["boundary_status"] == "province"):
        ground = shapes("district", province).geometry.to_numpy()
        return far, _map([(ground, MARK, "#fff", 0.8), ([country[province]], "none", LINE, 1.0)])
    if level == "district":
        around, edge = shapes("district", province).geometry.to_numpy(), country[province]
    else:
        around = shapes("subdistrict", str(row["district"])).geometry.to_numpy()
        edge = shapely.union_all(around)
    drawn = shapes(level).geometry.get(str(row["polygon_code"]) if level == "subdistrict" else code)
    spot = (float(str(row["lon"])), float(str(row["lat"]))) if drawn is None else None
    own = [] if drawn is None else [([drawn], MARK, MARK, 0.6)]
    return far, _map([(around, LAND, "#fff", 0.8), *own, ([edge], "none", LINE, 1.0)], spot)


def outlines(drawn: Any, close: float) -> tuple[float, float, list[str]]:
    """Width and height of a drawing of some outlines, and each as a path; corners nearer than ``close`` are one."""
    return *_size(drawn), _paths(drawn, _plane(drawn), close)


def _in_country(province: str, country: Any) -> bytes:
    paths = _provinces(id(country), tuple(country.index))
    body = [f'<path d="{path}" fill="{AROUND}" stroke="{LINE}" stroke-width=".4"/>' for path in paths.values()]
    body.append(f'<path d="{paths[province]}" fill="{MARK}" stroke="{MARK}" stroke-width=".6"/>')
    return _svg(*_size(country.to_numpy()), body)


@lru_cache(maxsize=2)
def _provinces(key: int, codes: tuple[str, ...]) -> dict[str, str]:
    """The outline of each province on the map of the country: drawn once, as every report has it."""
    drawn = shapes("province").geometry.to_numpy()
    return dict(zip(codes, _paths(drawn, _plane(drawn), 0.5), strict=True))


def _map(layers: Sequence[tuple[Any, str, str, float]], spot: tuple[float, float] | None = None) -> bytes:
    every = np.concatenate([np.asarray(shown, dtype=object) for shown, *_ in layers])
    plane = _plane(every)
    body = []
    for shown, fill, line, thick in layers:
        path = "".join(_paths(np.asarray(shown, dtype=object), plane, 0.35))
        body.append(f'<path d="{path}" fill="{fill}" stroke="{line}" stroke-width="{thick:g}" fill-rule="evenodd"/>')
    if spot is not None and np.isfinite(spot).all():
        x, y = plane(np.array([spot]))[0].round(1)
        body.append(f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{MARK}" stroke="#fff" stroke-width="1.5"/>')
    return _svg(*_size(every), body)


def _fit(drawn: Any) -> tuple[float, float, float, float, float]:
    """West and north end, how much narrower a degree of longitude is, width and height in degrees of latitude."""
    west, south, east, north = shapely.total_bounds(drawn)
    narrow = float(np.cos(np.radians((south + north) / 2)))
    return float(west), float(north), narrow, float(east - west) * narrow, float(north - south)


def _scale(wide: float, high: float) -> float:
    return min((WIDE - 8) / wide, (HIGH - 8) / high)


def _size(drawn: Any) -> tuple[float, float]:
    *_, wide, high = _fit(drawn)
    return round(wide * _scale(wide, high) + 8, 1), round(high * _scale(wide, high) + 8, 1)


def _plane(drawn: Any) -> Callable[[Any], Any]:
    """From degrees to the drawing."""
    west, north, narrow, wide, high = _fit(drawn)
    scale = _scale(wide, high)
    return lambda points: np.column_stack(
        [(points[:, 0] - west) * narrow * scale + 4, (north - points[:, 1]) * scale + 4]
    )


def _paths(drawn: Any, plane: Callable[[Any], Any], close: float) -> list[str]:
    flat = shapely.simplify(shapely.transform(drawn, plane), close)
    return ["".join(_ring(ring) for part in shapely.get_parts(shape) for ring in _rings(part)) for shape in flat]


def _rings(part: Any) -> list[Any]:
    return [part.exterior, *part.interiors]


def _ring(ring: Any) -> str:
    points = shapely.get_coordinates(ring).round(1)
    if len(points) < 4:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points[:-1]) + "Z"
