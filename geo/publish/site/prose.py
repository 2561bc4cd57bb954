"""Sentences of the message catalogue as HTML: what is set in bold there is set in bold here."""

from __future__ import annotations

from markupsafe import Markup, escape


def bold(text: str) -> Markup:
    """A sentence in which ``**words**`` are strong; all else of it stays text.

    Examples
    --------
    >>> bold("**7** areas < 9")
    Markup('<strong>7</strong> areas &lt; 9')
    """
    parts = str(escape(text)).split("**")
    # Every second part stood between two marks; a mark without its twin stays as it is.
    if len(parts) % 2 == 0:
        return Markup("**").join(Markup(part) for part in parts)
    return Markup("").join(
        Markup(f"<strong>{part}</strong>" if at % 2 else part) for at, part in enumerate(parts) if part or not at % 2
    )
