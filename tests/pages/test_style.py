"""What the screens' own style must leave to the letters."""

from __future__ import annotations

import re

import pytest

from pages.parts.style import STYLE


@pytest.mark.parametrize("heading", ["h2", "h3"])
def test_headings_on_a_phone_leave_room_for_thai_tone_marks(heading: str) -> None:
    # With 1.2 and no padding the browser cut ที่ to ที on the first line; the marks need a quarter of the letter's height.
    (rule,) = re.findall(rf"\.stMainBlockContainer {heading} \{{([^}}]*)\}}", STYLE)
    (size,) = re.findall(r"font-size: ([\d.]+)rem", rule)
    (line,) = re.findall(r"line-height: ([\d.]+)", rule)
    (above,) = re.findall(r"padding: ([\d.]+)(?:rem)?", rule)
    room = (float(line) - 1) / 2 + float(above) / float(size)
    assert room >= 0.5
