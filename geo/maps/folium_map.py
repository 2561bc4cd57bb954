"""The map as folium builds it: one Leaflet map with the atlas's own layers, for the dashboard and for pages on disk."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from geo.maps import assets

MAP_NAME = "atlas_map"
# The whole of Thailand with its waters; a reader may look a little beyond it, not lose it.
HOME = (13.1, 101.3)
MOST_SOUTH_WEST, MOST_NORTH_EAST = (0.0, 90.0), (26.0, 113.0)


class AtlasLayer(MacroElement):
    """All areas of one level on one canvas; their shapes and values arrive through ``Atlas.show``."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = Atlas.areas({{ this.options|tojson }}).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, padding: float = 0.3) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name, self._id = "AtlasLayer", "areas"
        self.options = {"padding": padding}

    def get_name(self) -> str:
        """A fixed name, so that the same map is the same bytes every time."""
        return "atlas_areas"


class AtlasPoints(MacroElement):
    """Points over the areas, gathered where they are dense; a reader switches them on in the legend."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = Atlas.points({{ this.options|tojson }}).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, cell: int = 44) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types here
        self._name, self._id = "AtlasPoints", "points"
        # Side of the square, in pixels, in which points are gathered: the size of a finger.
        self.options = {"cell": cell}

    def get_name(self) -> str:
        """A fixed name, so that the same map is the same bytes every time."""
        return "atlas_points"


class _Map(folium.Map):
    """A folium map that loads only local files and has the same name every time."""

    def __init__(self, default_js: list[tuple[str, str]], default_css: list[tuple[str, str]]) -> None:
        super().__init__(
            location=HOME,
            zoom_start=6,
            tiles=None,
            prefer_canvas=True,
            zoom_control=False,
            control_scale=False,
            max_bounds=True,
            min_lat=MOST_SOUTH_WEST[0],
            min_lon=MOST_SOUTH_WEST[1],
            max_lat=MOST_NORTH_EAST[0],
            max_lon=MOST_NORTH_EAST[1],
            # Quarter steps let a province fill the frame; buttons and keys still move by whole ones.
            zoom_snap=0.25,
            zoom_delta=1,
            wheel_px_per_zoom_level=90,
            max_bounds_viscosity=0.6,
            attribution_control=False,
            keyboard=False,
            double_click_zoom=False,
            box_zoom=False,
        )
        # folium keeps these two for tiles alone, and there are none.
        self.options |= {"min_zoom": 4, "max_zoom": 15}
        self.default_js, self.default_css = default_js, default_css

    def get_name(self) -> str:
        """A fixed name, so that the same map is the same bytes every time."""
        return MAP_NAME


def folium_map(leaflet: str = "", atlas: str = "", style: str = "") -> folium.Map:
    """The map of the atlas as folium describes it, before any values.

    Parameters
    ----------
    leaflet, atlas, style : str
        Addresses of Leaflet, of the atlas's script and of the styles, as the page that holds the map needs them.

    Returns
    -------
    folium.Map
        Without tiles; it asks no other host for anything.
    """
    map_ = _Map([("leaflet", leaflet), ("atlas", atlas)], [("atlas_style", style)])
    map_.add_child(AtlasLayer())
    map_.add_child(AtlasPoints())
    return map_


@lru_cache
def script() -> str:
    """folium's own rendering of the map as one function, ``Atlas.folium()``: a static file that never changes.

    It builds the map in the element whose id is ``atlas_map`` and gives back the map and its layers.
    """
    map_ = folium_map()
    page: Any = map_.get_root()
    page.render()
    lines = "".join(element.render() for element in page.script._children.values())
    return (
        "Atlas.folium = function () {\n"
        f"{lines}\n"
        f"return {{map: {MAP_NAME}, areas: atlas_areas, points: atlas_points}};\n"
        "};\n"
    )


@lru_cache
def files() -> dict[str, str]:
    """Addresses of the files behind the map on screen, in the order in which a browser must run them."""
    return {**assets.common(), "folium": assets.publish("folium.js", script().encode(), keep=True)}
