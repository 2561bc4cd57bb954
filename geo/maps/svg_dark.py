"""A drawing in a page that may be dark: areas and patterns in the colours of the dark theme, on paper as they are."""

from __future__ import annotations

from collections.abc import Mapping

from geo.maps.choropleth import Choropleth
from geo.maps.inks import PAGES, Ink, inks


def dark_style(drawing: Choropleth, used: Mapping[str, Ink]) -> str:
    """A style sheet to stand in a light drawing.

    Parameters
    ----------
    drawing : Choropleth
    used : mapping of letter to Ink
        The fills of the light drawing of which any may be seen.
    """
    light, page, fills = PAGES["light"], PAGES["dark"], inks("dark", drawing.dark)
    rules = [
        f"svg{{fill:{page.ink}}}",
        f"#atlas-sea{{fill:{page.sea}}}",
        f"#atlas-around{{fill:{page.land};stroke:{page.mark}}}",
        f'#atlas-borders [stroke="{light.line}"]{{stroke:{page.line}}}',
        f'#atlas-borders [stroke="{light.border}"]{{stroke:{page.border}}}',
        f"#atlas-labels{{stroke:{page.paper}}}",
    ]
    for letter in sorted(used):
        ink = fills[letter]
        if not ink.strokes:
            rules.append(f".{ink.name}{{fill:{ink.ground}}}")
            continue
        inside = f";fill:{ink.mark}" if ink.strokes == "dots" else ""
        rules.append(f"#atlas-{ink.name} rect{{fill:{ink.ground}}}")
        rules.append(f"#atlas-{ink.name} g{{stroke:{ink.mark};stroke-opacity:{ink.opacity:g}{inside}}}")
    return f"<style>@media screen and (prefers-color-scheme:dark){{{''.join(rules)}}}</style>"
