"""Sentences of the messages as HTML: what they mark as strong is strong, everything else is text."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

from geo.publish.site.page import markup


def bold(text: str) -> Markup:
    """A message in which ``**words**`` are strong; whatever else stands in it is text.

    Examples
    --------
    >>> str(bold("**4 of 77** areas <b>"))
    '<strong>4 of 77</strong> areas &lt;b&gt;'
    """
    return markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text)))
