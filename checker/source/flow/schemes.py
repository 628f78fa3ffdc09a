"""What stands behind a scheme, or behind a header that logs somebody in, does so whatever it is called: ``f"Bearer {value}"``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Found
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ENDS = ("earer ", "asic ", "oken ", "oken: ", "ey: ", "uthorization: ", "=")
_SCHEME = re.compile(r"[Bb]earer $")
"""A scheme that is all that is written before the value: where nothing follows, it is no ``Bearer %s created``."""
_HEADER = re.compile(r"(?<![\w-])(?:proxy-)?authorization['\"]{0,2}\s{0,3}[:=]?\s{0,3}b?['\"]?(?:bearer|basic|token) $", re.IGNORECASE)
"""``Authorization: Bearer ``, ``'Authorization': 'Basic ``, in a text of any kind."""
_FIELD = re.compile(r"(?<![\w-])([A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){1,4}): $")
"""``X-Api-Key: ``: no sentence has such a word."""
_PARAMETER = re.compile(r"[?&]([A-Za-z]{1,20}(?:[_-]?[A-Za-z]{1,20}){0,3})=$")
"""``&access_token=``"""
_NEAR = 90
"""Characters before a value that are looked at."""
_PLAIN = frozenset({("token",), ("secret",), ("key",), ("code",), ("credential",), ("credentials",)})
"""Parameters that go with a page, a file or a form as often as with a login."""
_LABEL = "authorization header"
_OTHERWISE = frozenset(
    {"realm", "scope", "scopes", "error", "errors", "param", "params", "challenge", "join", "scheme", "type", "name", "names", "id"}
)
"""Last words of what follows the scheme where a server asks for a login, ``WWW-Authenticate: Bearer realm="shop"``, or tells of one."""
_LOGGING_IN = frozenset({"secret", "grave"})
_VALUES = frozenset({ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM, ir.CALL})


def behind_scheme(follower: Follower, fn: Fn, part: int, around: tuple[str, str], *, alone: bool = False) -> Found | None:
    """What a text shows behind a scheme or a header, where it is known by nothing else to be a secret.

    ``around`` is what is written before and behind the value, ``alone`` says that this is the whole text.
    """
    label = _announced(follower, *around, alone=alone) if around[0].endswith(_ENDS) else ""
    record = fn.body.nodes[part]
    if not label or record[0] not in _VALUES or source(fn, part)[0] not in _VALUES:
        return None
    flow, text = follower.flow(fn, part), follower.text(fn, part)
    known = any(item.category in _LOGGING_IN and item.confidence > Confidence.LOW for item in flow.found)
    if known or flow.clean or not _OTHERWISE.isdisjoint(split(text.rpartition(".")[2])[-1:]):
        return None
    return Found("secret", label, text, Confidence.MEDIUM, follower.place(fn, record))


def _announced(follower: Follower, before: str, behind: str, *, alone: bool) -> str:
    """The label of what is written so; ``""`` for nothing."""
    near = before[-_NEAR:]
    if _HEADER.search(near) or (alone and not behind and _SCHEME.match(before)):
        return _LABEL
    named = (_PARAMETER if before.endswith("=") else _FIELD).search(near)
    told = follower.lexicon.secret(named[1]) if named and split(named[1]) not in _PLAIN else None
    return told.label if told is not None else ""
