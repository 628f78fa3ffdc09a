"""Forms that ask for a password or a code themselves, and whose views say nothing of a wrong one: ``def clean_password(self): ...``.

A generic view shows the form again by itself: https://docs.djangoproject.com/en/5.2/topics/class-based-views/generic-editing/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.signs import forms
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.callers.askers import Askers
    from checker.source.audit.project.recording.records import Records
    from checker.source.names.lookup import Names

_STEPS = ("clean", "validate")
_GIVEN = "form_valid"
_ANSWERING = ("form_invalid", "post", "dispatch", "handle_no_permission")
"""Methods of a view that hear of a form that is not valid."""
_ASKED = frozenset({"is_valid", "validate", "validate_on_submit"})


def judged(names: Names, askers: Askers, records: Records, fn: Fn) -> bool:
    """Whether a step of a form is where its no can be seen: every view that the form is given to shows it again, and records nothing."""
    if fn.owner is None or not fn.name.startswith(_STEPS):
        return False
    asking = askers.of(fn.owner)
    return bool(asking) and all(_is_silent(names, records, fn, one) for one in asking)


def _is_silent(names: Names, records: Records, step: Fn, fn: Fn) -> bool:
    if fn.owner is not None:
        classes = names.mro(fn.owner)[0]
        if all(_GIVEN not in cls.record.methods for cls in classes):
            return False
        answering = (cls.module.functions[cls.record.methods[name]] for cls in classes for name in _ANSWERING if name in cls.record.methods)
        return not any(map(records.anywhere, answering))
    if _ASKED.isdisjoint(fn.head.called) or forms.is_a_login(fn, step.owner.name if step.owner is not None else ""):
        return False  # the view is judged itself
    return not records.anywhere(fn)
