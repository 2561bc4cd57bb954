"""A small folder of data to break: one sound source with a card and a long table, sealed."""

from __future__ import annotations

import hashlib
from pathlib import Path

CARD = """title_th = "แหล่งข้อมูลทดสอบ"
title_en = "A source to test with"
publisher_th = "ผู้จัดทำ"
publisher_en = "Publisher"
licence = "MIT"
licence_url = "https://example.org/licence"
attribution = "Publisher, 2021"
may_redistribute = "yes"
url = "https://example.org"
retrieved = "2026-11-23"
period = "2021"
measured_th = "สิ่งที่วัด"
measured_en = "What was measured"
caveat_th = "ข้อจำกัด"
caveat_en = "Limits"
"""
TABLE = """area_code,indicator,year,period,value,unit
10,schools,2021,2021,435,schools
11,schools,2021,2021,20,schools
"""


def write_source(folder: Path, card: str = CARD, table: str | bytes = TABLE, source: str = "small") -> Path:
    """A source in ``folder`` whose card fits its table ``table.csv``; gives the source's own folder."""
    own = folder / source
    own.mkdir(parents=True, exist_ok=True)
    content = table.encode() if isinstance(table, str) else table
    (own / "table.csv").write_bytes(content)
    sealed = f'\n[files]\n"table.csv" = "{hashlib.sha256(content).hexdigest()}"\n'
    (own / "source.toml").write_text(card + sealed, encoding="utf-8")
    return own
