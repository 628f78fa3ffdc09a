"""Texts of which the end is left out: dots that no secret is hidden behind."""

from __future__ import annotations

from collections.abc import Sequence

from checker.source import ir
from checker.source.ir import Node
from checker.source.lexicon.masks import is_left_out, is_mask

OF_A_TOKEN = 24
"""Characters of a token that are its beginning or its end; of a JWT no more than the header."""
SHORT_SECRETS = frozenset({"password", "PIN", "one-time code", "recovery phrase", "SNMP community"})
"""Labels of secrets of which so many characters are all or most."""


def goes_on(parts: Sequence[Node]) -> bool:
    """Whether a text is the long beginning of another one with dots behind it, where most of a secret shows: ``body[:500] + "..."``."""
    long = any(part[0] == ir.SLICE and part[2] in (None, 0) and isinstance(part[3], int) and part[3] > OF_A_TOKEN for part in parts)
    masks = [part[1] for part in parts if part[0] == ir.CONST and is_mask(part[1])]
    return long and bool(masks) and all(map(is_left_out, masks))
