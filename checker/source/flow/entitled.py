"""What a text says of a value that is shown in it: that it is a name, ``"there is no secret called '%s'"``."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source.flow.origin import Flow
from checker.source.index.templates import FIELD, PLACEHOLDER

_MOST = 30
"""Placeholders of one text."""
_TAIL = 40
"""Characters before a value that are looked at."""
_NAME = re.compile(
    r"\b(?:(?:named|called|names?|titled|labell?ed)\b(?: (?:is|was|of))?|name of (?:the |an? |this )?(?:\w+ )?\w+(?: (?:is|was))?)"
    r"[\s:=]{0,3}['\"`\[(<]?$",
    re.IGNORECASE,
)
"""``no cookie named '``, ``secret name: ``, ``the name of the key is ``"""
_WHOSE = re.compile(r"\b(?:of|for|by|from) (?:the |a )?(?:\w+ )?(?:named|called|names?)\b[^\w]*$", re.IGNORECASE)
"""``password for the user named ``: behind it stands who it belongs to, or nobody knows what."""


def before_each(template: str) -> Iterator[str]:
    """The text before each placeholder of a ``%`` or ``{}`` template, from the one in front of it."""
    pattern = FIELD if "{" in template and "%" not in template else PLACEHOLDER
    last = 0
    for match in list(pattern.finditer(template))[:_MOST]:
        yield template[last : match.start()]
        last = match.end()


def entitled(flow: Flow, text: str, before: str) -> Flow:
    """The flow of a value, whose source is ``text``, as the words before it call it: less sure where its name says what they deny."""
    if not flow.found or not _NAME.search(before[-_TAIL:]) or _WHOSE.search(before[-_TAIL:]):
        return flow
    own = (item.category == "secret" and item.text == text and not item.crossed for item in flow.found)
    found = (replace(item, confidence=Confidence.LOW) if mine else item for item, mine in zip(flow.found, own, strict=True))
    return replace(flow, found=tuple(found))
