"""Forms that are saved, and by that make or change a row: ``form = GroupForm(request.POST); form.save()``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class Saved(msgspec.Struct, frozen=True):
    """What a form is of."""

    thing: str
    """The words of its class before ``form``, in the singular: ``user_permission`` of ``UserPermissionsForm``."""
    makes: bool
    """Whether a row is made: the form was filled from a request, and no row was given to change."""
    about: tuple[str, ...]
    """Words of the function, and of its class."""


def saved(follower: Follower, fn: Fn, node: int) -> Saved | None:
    """The form that a node is, made in this function or named by the view's class; ``None`` for what is no form."""
    record = fn.body.nodes[node]
    name, makes = "", False
    if record[0] == ir.CALL:
        name = follower.text(fn, record[1]).rpartition(".")[2]
        makes = bool(record[2]) and all(key not in ("instance", "") for key, _ in record[3])
    elif record[0] == ir.PARAM and fn.owner is not None and fn.head.params[record[1]] == "form":
        field = next((one for one in fn.owner.record.fields if one.name == "form_class" and one.value >= 0), None)
        name = follower.text(fn.owner.fn, field.value).rpartition(".")[2] if field is not None else ""
    words = split(name)
    if not name[:1].isupper() or "form" not in words[1:]:
        return None
    words = words[: words.index("form", 1)]
    owner = split(fn.owner.name) if fn.owner is not None else ()
    return Saved("_".join((*words[:-1], words[-1].rstrip("s"))), makes, (*split(fn.name), *owner))
