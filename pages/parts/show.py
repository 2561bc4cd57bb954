"""Words of others on a screen: what stands in an address or a file is text, whatever it looks like."""

from __future__ import annotations

import re


def as_text(text: str) -> str:
    """Words from an address or a file as text for Markdown: they fetch no picture and become no link or formula."""
    text = re.sub(r"([\[\]$]|:(?=\w)|<(?=[A-Za-z][\w.+-]*[:@]))", r"\\\1", " ".join(text.split()))
    return re.sub(r"(?i)(?=://|@)|(?<=www)(?=\.)", "\u2060", text)
