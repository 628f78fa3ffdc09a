"""Literals that stand for something hidden."""

from __future__ import annotations

import re

_MASK = re.compile(
    r"^\W*[*x•.#-]{2,}\W*$|\*{3}|redact|mask|hidden|filtered|censor|scrub|secret value|<[a-z_ ]*(?:password|secret|token)[a-z_ ]*>",
    re.IGNORECASE,
)


def is_mask(text: object) -> bool:
    """Whether a literal stands for something hidden: ``***``, ``<redacted>``."""
    return isinstance(text, str) and len(text) < 60 and bool(_MASK.search(text))
