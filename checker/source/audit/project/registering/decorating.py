"""What stands around a function by a decorator of the project's own, and what other decorators are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_AUDITS = frozenset({"audit", "audited", "auditor", "auditing", "auditlog"})
"""Words of what is there for records alone."""


def inside(factory: Fn) -> Iterator[Fn]:
    """A decorator, and the functions inside it.

    Another one there would stand in the body that it is in, so that to have read these is to depend on there being no other.
    """
    yield factory
    module = factory.module
    module.reads.heads.add(module)
    module.reads.encoded.add(factory)
    for fn in module.functions[:]:
        parent = fn.head.parent
        if parent > 0 and (parent == factory.index or module.functions[parent].head.parent == factory.index):
            module.reads.encoded.add(fn)
            yield fn


def audits(follower: Follower, factory: Fn, inner: Fn) -> bool:
    """Whether a decorator is there for audits, ``@audit_log(action="delete")``, and tells an auditor of what is called: not where nobody is
    behind a call."""
    if inner is factory or _AUDITS.isdisjoint(split(factory.name)):
        return False
    called = (follower.text(inner, inner.body.nodes[call][1]) for call in inner.body.calls)
    return any(not _AUDITS.isdisjoint(split(text.replace(".", "_"))) for text in called)


def of(follower: Follower, fn: Fn) -> Iterator[tuple[Fn | None, str]]:
    """The decorators of a function: the project's own, ``None`` for any other, and the last part of what it is called."""
    if fn.head.parent < 0:
        return
    parent = fn.module.functions[fn.head.parent]
    for node in fn.head.decorators:
        record = parent.body.nodes[node]
        callee = record[1] if record[0] == ir.CALL else node
        entity = follower.names.entity(parent, callee)
        yield entity[1] if entity is not None and entity[0] == "fn" else None, follower.text(parent, callee).rpartition(".")[2]
