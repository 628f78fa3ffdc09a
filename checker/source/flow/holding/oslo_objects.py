"""Objects of oslo.versionedobjects: their text shows every field, but for those that are declared as sensitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place
from checker.source.names.elements import Cls

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_BASE = "VersionedObject"
_FIELDS = "fields"
"""The attribute that declares them: ``fields = {"token": fields.StringField()}``."""
_TEXT = "StringField"
"""The last part of the class of a field that is shown as it is."""


def versioned(follower: Follower, cls: Cls, place: Place, text: str) -> Flow:
    """The secret that a versioned object shows."""
    classes, libraries = follower.names.mro(cls)
    if not any(name.rpartition(".")[2] == _BASE for name in libraries):
        return UNKNOWN
    for base in classes:
        for where, value, line in base.attributes.get(_FIELDS, ()):
            record = source(where, value)
            for key, given in zip(record[1], record[2], strict=True) if record[0] == ir.DICT else ():
                made = source(where, given)
                telling = follower.lexicon.tell(key) if isinstance(key, str) and made[0] == ir.CALL else None
                if telling is None or telling.weak or telling.category not in ("secret", "grave"):
                    continue
                if follower.text(where, made[1]).rpartition(".")[2] == _TEXT:
                    step = (where.module.path, line, 0, f"`{cls.name}.{key}` is part of its text")
                    label = f"`{text}` ({cls.name})" if text != cls.name else f"`{cls.name}`"
                    return Flow((Found("container", label, text, Confidence.HIGH, place, "members", telling.label, (step,)),))
    return UNKNOWN
