"""Bodies of requests that may be those of a login, and those that surely are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.evidence.company import says_little
from checker.source.flow.kinds.for_all import is_for_all
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_READ_AS = frozenset({"data", "formdata"})
"""Keywords by which a form or a serializer is given what a client sends."""


def may_hold_login(follower: Follower, fn: Fn) -> bool:
    """Whether a body may be that of a login: of a function that is there for these, or for whatever is asked; or a short file that
    lies in no package says too little."""
    logins, wire = follower.logins, follower.by_name.wire
    if says_little(fn) or logins.receives(fn) or is_for_all(follower, fn):
        return True
    return wire.carries_logins(fn) or _reads_login(follower, fn)


def is_read_of(follower: Follower, fn: Fn, text: str) -> bool:
    """Whether a secret is read of the body that is written: ``check(form.data["password"])``."""
    names = [member.name for member in fn.head.members if member.owner == text]
    if text.endswith("()"):  # request.get_json()["password"]
        items = (node for node in fn.body.nodes if node[0] == ir.ITEM and isinstance(node[2], str))
        names += [node[2] for node in items if follower.text(fn, node[1]) == text]
    return any(map(follower.lexicon.secret, names))


def asks_for_none(follower: Follower, cls: Cls) -> bool:
    """Whether a form's or serializer's fields all stand in its class, and none of them is a secret's; a model's may be any."""
    if any("Model" in name for name in follower.names.mro(cls)[1]):
        return False
    fields = _fields(follower, cls)
    return bool(fields) and not any(_is_secret(follower, name) for name in fields)


def _reads_login(follower: Follower, fn: Fn) -> bool:
    """Whether what a function is sent goes into a form or serializer that asks for a secret: ``SignUp(data=request.data)``."""
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        if not _READ_AS.isdisjoint(name for name, _ in record[3]):
            entity = follower.names.entity(fn, record[1])
            if entity is not None and entity[0] == "cls" and any(_is_secret(follower, name) for name in _fields(follower, entity[1])):
                return True
    return False


def _fields(follower: Follower, cls: Cls) -> list[str]:
    return [field.name for base in follower.names.mro(cls)[0] for field in base.record.fields if field.value >= 0]


def _is_secret(follower: Follower, name: str) -> bool:
    telling = follower.lexicon.tell(name)
    return telling is not None and telling.category in ("secret", "grave")
