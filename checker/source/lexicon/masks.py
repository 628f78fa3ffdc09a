"""Literals that stand for something hidden."""

from __future__ import annotations

from checker import patterns as re

_NAMED = r"<[a-z_ ]*(?:password|secret|token)[a-z_ ]*>"
_MASK = re.compile(
    r"^\W*[*x•.#-]{2,}\W*$|\*{3}|\bx{4,}\b|redact|mask|hidden|filtered|omitted|withheld|censor|scrub|secret value|" + _NAMED + "|"
    r"[<\[({](?:removed|stripped|elided|secret|private|sensitive|protected|obscured|obfuscated|sanitized|suppressed|concealed)[>\])}]",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"^{_NAMED}", re.IGNORECASE)
"""The function that writes a record, at its head: ``<fetch_token> answered: %s``."""
_SHOWN = re.compile(r"%[a-z(]|\{[^{}]{0,60}\}", re.IGNORECASE)
"""Where a value stands in such a text."""
_DOTS = re.compile(r"^[\s{}()\[\]]*(?:\.{2,}|…)")
"""Dots behind the beginning of a text, as in ``"{}..."``: they stand for what is left out, which nobody hid."""


def is_mask(text: object) -> bool:
    """Whether a literal stands for something hidden: ``***``, ``<redacted>``."""
    return isinstance(text, str) and len(text) < 60 and bool(_MASK.search(text))


def is_headed(text: object) -> bool:
    """Whether a literal is a record's text with a heading that only looks like a mask: ``<fetch_token> answered: %s``."""
    heading = _HEADING.match(text) if isinstance(text, str) else None
    rest = text[heading.end() :] if heading is not None and isinstance(text, str) else ""
    return bool(_SHOWN.search(rest)) and not is_mask(rest)


def is_left_out(text: object) -> bool:
    """Whether a literal says that a text goes on: ``...``, ``... (truncated)``; it stands for a secret only where little is shown."""
    return isinstance(text, str) and bool(_DOTS.match(text))


def is_told_mask(text: object) -> bool:
    """Whether a literal can be nothing but a mask: ``***`` and ``<redacted>``, while ``--`` and ``...`` also part and shorten texts."""
    return is_mask(text) and isinstance(text, str) and (any(map(str.isalnum, text)) or "*" in text or "•" in text)
