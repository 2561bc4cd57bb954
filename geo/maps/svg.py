"""A map for print: the same description as on the screen, as one SVG file that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from geo.maps.choropleth import Choropleth
from geo.maps.inks import PAGES, Ink, Page, inks, pattern
from geo.maps.legend import OUTSIDE, STATE_KEYS, class_key
from geo.maps.lettering import FONTS, paragraph, quoted, safe, width
from geo.maps.paths import UNITS, Flat, Frame, flat_of, frame, read
from geo.maps.svg_dark import dark_style
from geo.maps.svg_legend import MAP_HIGH, MAP_WIDE, MARGIN, PAGE, SMALL, Sheet, called, legend
from geo.maps.svg_points import drawn_points, outlines
from geo.words import Say, show_number

__all__ = ["Sheet", "map_alone", "svg"]

LABEL, DOT = 11.0, 3


def svg(drawing: Choropleth, topology: bytes, names: Mapping[str, str], say: Say, sheet: Sheet) -> bytes:
    """The map as a file for print, slides and reports.

    Parameters
    ----------
    drawing : Choropleth
    topology : bytes
        The shapes that the drawing was made for.
    names : mapping of code to name
        An area without one is called by its code.
    say : the reader's language.
    sheet : Sheet

    Returns
    -------
    bytes
        SVG 1.1 in UTF-8, the same bytes for the same description. Thai stands as text, in the reader's own fonts.
        Each area has an id, its code (``data-code``) and what it is (``class``: ``class-2``, ``no-data`` ...).

    Raises
    ------
    ValueError
        When the shapes are not those of the description.
    """
    on, body, fills = _ground(drawing, topology, names, say, sheet)
    page = PAGES[sheet.theme]
    head, top = _heading(drawing, sheet)
    beside, low = legend(drawing, fills, say, sheet, top)
    end = max(top + on.height, low) + 26
    foot, bottom = _foot(drawing, sheet, end)
    tiles = _tiles(drawing, fills)
    at = MARGIN + (MAP_WIDE - on.width) / 2
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{PAGE}" height="{bottom:g}" '
            f'viewBox="0 0 {PAGE} {bottom:g}" '
            f'lang="{drawing.lang}" role="img" aria-labelledby="atlas-title atlas-desc" font-family="{FONTS}" '
            f'fill="{page.ink}" color="{page.ink}">',
            f'<title id="atlas-title">{safe(called(drawing))}</title>',
            f'<desc id="atlas-desc">{safe(drawing.summary)}</desc>',
            "<defs>",
            *(pattern(ink, "atlas-", UNITS) for ink in tiles),
            *(pattern(ink, "atlas-key-") for ink in tiles),
            "</defs>",
            f'<rect width="{PAGE}" height="{bottom:g}" fill="{page.paper}"/>',
            *head,
            f'<svg id="atlas-map" x="{at:g}" y="{top:g}" width="{on.width:.1f}" height="{on.height:.1f}" '
            f'viewBox="0 0 {on.width * UNITS:.0f} {on.height * UNITS:.0f}">',
            f'<rect width="100%" height="100%" fill="{page.sea}"/>',
            *body,
            "</svg>",
            *beside,
            *foot,
            "</svg>",
            "",
        ]
    ).encode()


def map_alone(drawing: Choropleth, topology: bytes, names: Mapping[str, str], say: Say, sheet: Sheet) -> bytes:
    """The map without heading, legend and foot, for a page that says these in text of its own; dark where that is dark.

    Parameters and errors as ``svg``; the sheet's theme is light.
    """
    on, body, fills = _ground(drawing, topology, names, say, sheet)
    title = safe(called(drawing))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{on.width:.0f}" height="{on.height:.0f}" '
            f'viewBox="0 0 {on.width * UNITS:.0f} {on.height * UNITS:.0f}" lang="{drawing.lang}" role="img" '
            f'font-family="{FONTS}" fill="{PAGES[sheet.theme].ink}">',
            f"<title>{title}</title>",
            dark_style(drawing, {letter: fills[letter] for letter in set(drawing.letters)}),
            "<defs>",
            *(pattern(ink, "atlas-", UNITS) for ink in _tiles(drawing, fills)),
            "</defs>",
            f'<rect id="atlas-sea" width="100%" height="100%" fill="{PAGES[sheet.theme].sea}"/>',
            *body,
            "</svg>",
            "",
        ]
    ).encode()


def _ground(
    drawing: Choropleth, topology: bytes, names: Mapping[str, str], say: Say, sheet: Sheet
) -> tuple[Frame, list[str], dict[str, Ink]]:
    """The map itself: its frame, everything drawn on it, and what each letter looks like."""
    laid = read(topology)
    if tuple(laid.codes) != drawing.shapes.codes:
        raise ValueError(
            f"svg: the shapes hold {len(laid.codes)} areas in another order than the {len(drawing.shapes.codes)} of "
            "the description; take the topology of the same level and place"
        )
    letters = dict(zip(drawing.shapes.codes, drawing.letters, strict=True))
    on = frame(laid, MAP_WIDE, MAP_HIGH, lambda code: letters[code] != OUTSIDE)
    ground = flat_of(topology, on, tuple(sheet.parents))
    page = PAGES[sheet.theme]
    fills = inks(sheet.theme, drawing.light if sheet.theme == "light" else drawing.dark)
    body = [_land(sheet.around, on, page)] if sheet.around else []
    body += _areas(drawing, ground, letters, fills, names, say, sheet.figures)
    body += [_lines(ground, page)]
    body += [outlines(sheet.over, on, page)] if sheet.over else []
    body += _labels(ground, letters, names, page) if sheet.labels else []
    body += drawn_points(sheet.points, on)
    return on, body, fills


def _tiles(drawing: Choropleth, fills: Mapping[str, Ink]) -> list[Ink]:
    """The patterns that a drawing and its legend use."""
    used = sorted({*drawing.letters, *(row.key for row in drawing.states)})
    return [fills[key] for key in used if key in fills and fills[key].strokes]


def _heading(drawing: Choropleth, sheet: Sheet) -> tuple[list[str], float]:
    title, y = paragraph(MARGIN, MARGIN + 20, drawing.title, 22, PAGE - 2 * MARGIN, weight=700)
    told = " · ".join(part for part in (drawing.unit, drawing.year, sheet.where) if part)
    under, y = paragraph(MARGIN, y - 6, told, 14, PAGE - 2 * MARGIN, faint=True)
    return [*title, *under], y


def _land(around: bytes, on: Frame, page: Page) -> str:
    ground = flat_of(around, on)
    # Of a whole country most lies outside of the frame around one of its provinces.
    sides = np.array([on.width, on.height]) * UNITS
    corners = ground.boxes.reshape(-1, 2, 2)
    seen = ((corners.max(axis=1) >= 0) & (corners.min(axis=1) <= sides)).all(axis=1)
    whole = "".join(ground.paths.get(code, "") for code in np.array(ground.codes)[seen].tolist())
    look = f'fill="{page.land}" stroke="{page.mark}" stroke-width="8" fill-rule="evenodd"'
    return f'<path id="atlas-around" d="{whole}" {look}/>'


def _areas(
    drawing: Choropleth,
    ground: Flat,
    letters: Mapping[str, str],
    fills: Mapping[str, Ink],
    names: Mapping[str, str],
    say: Say,
    figures: bool,
) -> list[str]:
    """Every area with what is known of it; the words are those of the legend."""
    values = drawing.drawn.values.reindex(ground.codes).astype(float).to_numpy()
    states = {key: say(f"map.{name}") for key, name in STATE_KEYS.items()}
    drawn = ['<g id="atlas-areas" fill-rule="evenodd">']
    for code, value in zip(ground.codes, values.tolist(), strict=True):
        letter = letters[code]
        ink = fills[letter]
        known = class_key(letter)
        told = names.get(code, code)
        if known:
            label = drawing.classes.labels[int(known)]
            bare = drawing.worded or not figures
            shown = label if bare else f"{show_number(value, drawing.decimals)} {drawing.unit} ({label})"
            doubt = states["inherited"] if "A" <= letter <= "I" else states["doubtful"] if "a" <= letter <= "i" else ""
            told += ": " + ", ".join(part for part in (shown, doubt) if part)
        elif letter != OUTSIDE:
            told += f": {states.get(letter, states['inherited'])}"
        shape = f'd="{ground.paths[code]}"' if code in ground.paths else ""
        kind = "path"
        if code in ground.dots:
            x, y = ground.dots[code]
            kind, shape = "circle", f'cx="{x}" cy="{y}" r="{DOT * UNITS}"'
        elif not shape:
            continue
        drawn.append(
            f'<{kind} id={_attribute("atlas-", code)} data-code={_attribute("", code)} class="{ink.name}" '
            f'fill="{ink.fill("atlas-")}" {shape}><title>{safe(told)}</title></{kind}>'
        )
    return [*drawn, "</g>"]


def _attribute(prefix: str, code: str) -> str:
    return f'"{prefix}{code}"' if code.isalnum() else quoted(prefix + code)


def _lines(ground: Flat, page: Page) -> str:
    span = max(1, int(np.sqrt(np.ptp(ground.boxes[:, 0]) * np.ptp(ground.boxes[:, 1]) / max(1, len(ground.codes)))))
    thin = max(2.0, min(8.0, span / 45))
    looks = {0: (thin, page.line), 1: (max(4.0, thin * 1.1), page.border), 2: (9.0, page.border)}
    paths = "".join(
        f'<path d="{ground.borders[strength]}" stroke="{colour}" stroke-width="{wide:g}"/>'
        for strength, (wide, colour) in looks.items()
        if strength in ground.borders
    )
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="{DOT * UNITS}"/>' for x, y in ground.dots.values())
    ring = f'<g stroke="{page.border}" stroke-width="6">{dots}</g>' if dots else ""
    return f'<g id="atlas-borders" fill="none" stroke-linejoin="round">{paths}{ring}</g>'


def _labels(ground: Flat, letters: Mapping[str, str], names: Mapping[str, str], page: Page) -> list[str]:
    """Names where they have room, the largest areas first, none over another."""
    wide, high = ground.boxes[:, 2] - ground.boxes[:, 0], ground.boxes[:, 3] - ground.boxes[:, 1]
    taken: list[tuple[float, float, float, float]] = []
    drawn = []
    for i in np.argsort(-(wide * high), kind="stable").tolist():
        code = ground.codes[i]
        if letters[code] == OUTSIDE or code not in names or high[i] < LABEL * UNITS * 1.4 or wide[i] < 24 * UNITS:
            continue
        long = width(names[code], LABEL) * UNITS
        if long > wide[i] * 1.15:
            continue
        x, y = ground.spots[i].tolist()
        box = (x - long / 2 - 30, y - 85, x + long / 2 + 30, y + 85)
        if any(box[0] < b[2] and box[2] > b[0] and box[1] < b[3] and box[3] > b[1] for b in taken):
            continue
        taken.append(box)
        drawn.append(f'<text x="{x}" y="{y + 38}">{safe(names[code])}</text>')
    look = (
        f'font-size="{LABEL * UNITS:g}" font-weight="500" text-anchor="middle" stroke="{page.paper}" stroke-width="30"'
    )
    return [
        f'<g id="atlas-labels" {look} stroke-linejoin="round" stroke-opacity=".85" paint-order="stroke">',
        *drawn,
        "</g>",
    ]


def _foot(drawing: Choropleth, sheet: Sheet, y: float) -> tuple[list[str], float]:
    room = PAGE - 2 * MARGIN
    drawn = []
    for sentence in drawing.summary.split("\n"):
        more, y = paragraph(MARGIN, y, sentence, 13, room)
        drawn += more
    y += 6
    for text in sheet.credits:
        more, y = paragraph(MARGIN, y, text, SMALL, room, faint=True)
        drawn += more
    return ['<g id="atlas-foot">', *drawn, "</g>"], round(y + MARGIN - 8, 1)
