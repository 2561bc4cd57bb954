"""Drawings of places that a browser fetches: TopoJSON, light for the country, close for a province."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from geo import cards
from geo.boundaries import DRAWN, SOURCE, Within, joined, key_of, parts_of, shapes
from geo.places import places
from geo.topology import Drawing, decode, encode

# Steps of the grids of the two drawings: some 1.7 m and 54 m, powers of two so that every digit survives.
CLOSE_STEP, LIGHT_STEP = 2.0**-16, 2.0**-11


def topology_of(level: str, within: Within = None) -> bytes:
    """The TopoJSON that a browser fetches: a light drawing of the country, or a close one inside one province.

    Parameters
    ----------
    level : str
        country, region, province, district, subdistrict or lao.
    within : str or list of str, optional
        As :func:`shapes` takes it. What lies in more than one province is drawn as lightly as the country.

    Returns
    -------
    bytes
        TopoJSON whose ``objects.areas`` holds one geometry per area, sorted by code (polygon codes at level
        subdistrict), each with ``id`` and label point ``p``. At level lao a body without an outline is a point, and
        provincial organisations, which cover all others, are left out.

    Raises
    ------
    ValueError
        For an unknown level or place.

    Notes
    -----
    Light drawings stay within 25, 80 and 400 KB (Brotli) for provinces, districts and subdistricts. For that, districts
    have fewer vertices than the subdistricts in them; provinces, regions and the country are districts, joined. No
    area's size is off by 10 % in any drawing. Close drawings are the outlines of :func:`shapes`, unchanged.
    """
    return _topology(level, key_of(within), cards.data_folder(), cards.terms())


@lru_cache(maxsize=512)
def _topology(level: str, within: tuple[str, ...] | None, folder: Path, terms: cards.Terms) -> bytes:
    if within is None and level in DRAWN:
        return _file(level)
    codes = list(shapes(level, within).index)
    spots = _spots(within, codes) if level == "lao" else None
    provinces = set(places("lao", within)["province"]) if level == "lao" else {code[:2] for code in codes}
    if within is not None and level not in ("country", "region") and len(provinces) == 1:
        table = shapes(level).loc[codes]
        drawn, step = Drawing(codes, table.geometry.to_numpy(), table[["lon", "lat"]].to_numpy()), CLOSE_STEP
    else:
        drawn, step = _light(level, folder, terms), LIGHT_STEP
    keep = np.flatnonzero(np.isin(drawn.codes, codes))
    drawn = Drawing([drawn.codes[at] for at in keep], drawn.shapes[keep], drawn.labels[keep])
    if spots is not None and len(spots):
        points = spots[["lon", "lat"]].to_numpy(dtype=float)
        drawn = Drawing(
            [*drawn.codes, *spots.index],
            np.append(drawn.shapes, shapely.points(points)),
            np.concatenate([drawn.labels, points]),
        )
    order = np.argsort(np.array(drawn.codes, dtype=object), kind="stable")
    return encode([drawn.codes[at] for at in order], drawn.shapes[order], drawn.labels[order], step)


@lru_cache(maxsize=8)
def _light(level: str, folder: Path, terms: cards.Terms) -> Drawing:
    """The light drawing of the whole country, decoded; regions and local bodies are put together from it."""
    if level in DRAWN:
        return decode(_file(level))
    return joined(_light("subdistrict" if level == "lao" else "province", folder, terms), parts_of(level))


def _file(level: str) -> bytes:
    return cards.proven_file(SOURCE, f"topo/{level}.json").read_bytes()


def _spots(within: tuple[str, ...] | None, outlined: list[str]) -> pd.DataFrame:
    """Local bodies that have a place on the map but no outline."""
    bodies = places("lao", within)
    bodies = bodies[~bodies.index.isin(outlined) & (bodies["type"] != "PAO")]
    return bodies[bodies["lat"].notna() & bodies["lon"].notna()]


def topology_codes(level: str, within: Within = None) -> tuple[str, ...]:
    """The codes of a drawing in the order of its areas: the order in which values are sent to the browser."""
    return _topology_codes(level, key_of(within), cards.data_folder(), cards.terms())


@lru_cache(maxsize=512)
def _topology_codes(level: str, within: tuple[str, ...] | None, folder: Path, terms: cards.Terms) -> tuple[str, ...]:
    return tuple(decode(topology_of(level, within)).codes)


def topology_tag(level: str, within: Within = None) -> str:
    """Twelve characters that change when the drawing does, so that values never meet another drawing.

    Examples
    --------
    >>> topology_tag("province") == topology_tag("province"), topology_tag("province") == topology_tag("district")
    (True, False)
    """
    return hashlib.sha256(topology_of(level, within)).hexdigest()[:12]
