"""Why an edition was not written, in one sentence: English on the command line, the reader's language on a screen."""

from __future__ import annotations

import re
from string import Formatter

from geo.words import messages, say

SECTION = "edition_fault."


def fault(key: str, **values: object) -> str:
    """The sentence of a fault as the command line says it.

    Examples
    --------
    >>> fault("file", out="notes.txt")
    'notes.txt is a file: name a folder that is new, empty, or an edition of the atlas'
    """
    return say("en")(SECTION + key, **values)


def retold(sentence: str, lang: str) -> str:
    """A sentence of the command line in another language; one that the catalogue does not know stays as it is.

    Examples
    --------
    >>> retold("notes.txt is a file: name a folder that is new, empty, or an edition of the atlas", "th")
    'notes.txt เป็นไฟล์ โปรดระบุโฟลเดอร์ใหม่ โฟลเดอร์ว่าง หรือฉบับเผยแพร่ของแผนที่'
    >>> retold("something else", "th")
    'something else'
    """
    for key, text in messages("en").items():
        if key.startswith(SECTION) and (found := re.fullmatch(_pattern(text), sentence, re.DOTALL)):
            return say(lang)(key, **found.groupdict())
    return sentence


def _pattern(text: str) -> str:
    parts = [re.escape(plain) + (f"(?P<{name}>.*?)" if name else "") for plain, name, _, _ in Formatter().parse(text)]
    return "".join(parts)
