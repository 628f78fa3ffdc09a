"""Exceptions and answers of the project's own that refuse, told by their status, by their bases, or by what answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing import by_name
from checker.source.audit.deciding.refusing.answered import Answered, is_exception
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.signs.statuses import FIELDS, GIVEN, Statuses, is_told
from checker.source.flow.literal import source
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.names.lookup import Names

BARE: ir.Node = [ir.CALL, -1, [], []]
"""``raise Forbidden``: a class that is given nothing."""
_PLAIN = frozenset({
    "object", "typing.Generic", "typing.Protocol", "typing.NamedTuple", "typing_extensions.Protocol", "enum.Enum", "msgspec.Struct",
    "pydantic.BaseModel"
})  # fmt: skip
"""Bases of classes whose objects are neither raised nor sent as answers with a status."""


class OwnClasses:
    """Tells classes of the project's own that refuse from others."""

    def __init__(self, names: Names, terms: Terms, statuses: Statuses) -> None:
        self._names = names
        self._terms = terms
        self._statuses = statuses
        self.answered: Answered | None = None
        """What the project answers its own exceptions with; set once that can be asked."""

    def kept(self, cls: Cls, name: str) -> tuple[Fn, int] | None:
        """Where a class, or one that it inherits from, keeps what it calls so: ``Forbidden = HTTPException(403)``."""
        fields = ((base, field) for base in self._names.mro(cls)[0] for field in base.record.fields)
        return next(((base.fn, field.value) for base, field in fields if field.name == name and field.value >= 0), None)

    def refusal(self, fn: Fn, cls: Cls, call: ir.Node | None) -> Refused | None:
        """An exception or answer of the project's own: by its status, its base class, or its name."""
        classes, libraries = self._names.mro(cls)
        if by_name.is_something_else(cls, libraries):
            return None
        if call is not None and (status := self._statuses.argument(fn, call, GIVEN)):
            told = any(is_told(dotted, call) for dotted in libraries)
            return Refused(status, told, f"{cls.name}({status})")
        for base in classes:
            for field in base.record.fields:
                if field.name.lower() in FIELDS and field.value >= 0 and (status := self._statuses.of(base.fn, field.value)):
                    return Refused(status, False, cls.name)
        for base in classes:
            for name in FIELDS:
                if name in base.record.methods and (status := self._answered(base.module.functions[base.record.methods[name]])):
                    return Refused(status, False, cls.name)
            init = base.record.methods.get("__init__")
            if init is not None and (status := self._statuses.constructed(base.module.functions[init])):
                return Refused(status, False, cls.name)
            if init is not None and base is cls and (made := self._made_with(fn, base.module.functions[init], call)):
                return Refused(made[0], False, f"{cls.name}({made[0]})" if made[1] else cls.name)
        for dotted in () if self._is_plain(classes, libraries) else (*libraries, cls.name, *(base.name for base in classes[1:])):
            entry = self._terms.refusals.find(dotted if "." in dotted else "", dotted, ())
            if entry is not None and entry.status:
                copied = "django" in cls.module.parts  # a copy of Django itself
                return Refused(entry.status, entry.told and (copied or dotted in libraries), cls.name)
        if self.answered is not None and call is not None and is_exception(libraries) and not _says_another(classes):
            status = next((found for base in classes if (found := self.answered.status(base.name))), 0)
            return Refused(status, False, cls.name, handled=True) if status else None
        return None

    def _is_plain(self, classes: Sequence[Cls], libraries: Sequence[str]) -> bool:
        """Whether an object of a class is neither raised nor sent, but a verdict for whoever asked: ``return InvalidToken()``."""
        if not _PLAIN.issuperset(libraries):
            return False
        return all(self._names.lookup(one.fn, base) is not None for one in classes for base in one.record.bases)

    def _made_with(self, fn: Fn, init: Fn, call: ir.Node | None) -> tuple[int, bool] | None:
        """The status that a constructor is given, or takes where it is given none; and which of both it is."""
        if call is not None and (status := self._statuses.given(fn, init, call)):
            return status, True
        status = self._statuses.by_default(init, call or BARE)
        return (status, False) if status else None

    def _answered(self, fn: Fn) -> int:
        """The status that a method or property gives: ``def code(self): return 403``; 0 where it may be another."""
        found = [self._statuses.of(fn, value) for value in fn.body.returns[:4]]
        return max(found) if found and all(found) else 0


def _says_another(classes: Sequence[Cls]) -> bool:
    """Whether a class of an exception says itself that it is answered with something else than a refusal: ``status_code = 400``.

    Whoever catches its base then asks for that: ``except AppError as e: if e.status_code == 403: return Forbidden(e)``.
    """
    fields = ((base.fn, field) for base in classes for field in base.record.fields)
    said = (source(fn, field.value) for fn, field in fields if field.name in FIELDS and field.value >= 0)
    return any(record[0] == ir.CONST and isinstance(record[1], int) and 400 <= record[1] < 600 for record in said)
