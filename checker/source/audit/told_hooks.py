"""What a framework calls once somebody was refused already: a project that writes such a function itself may record it there.

``class Login(LoginView): def form_invalid(self, form): ...`` of Django, ``on_authentication_error()`` of allauth's adapters,
``@jwt.revoked_token_loader`` of Flask-JWT-Extended.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.ways.paths import Way
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.places import span
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_FAILED = "authn_login_fail"
_METHODS = {
    "form_invalid": ("LoginView",),
    "on_authentication_error": ("SocialAccountAdapter",),
    "authentication_error": ("SocialAccountAdapter",),
}
"""https://docs.djangoproject.com/en/5.2/topics/auth/default/#django.contrib.auth.views.LoginView,
https://docs.allauth.org/en/latest/socialaccount/adapter.html"""
_DECORATORS = {"revoked_token_loader": "authn_token_reuse", "invalid_token_loader": _FAILED}
"""https://flask-jwt-extended.readthedocs.io/en/stable/changing_default_behavior.html"""
_OF_JWT = "flask_jwt_extended"
_FORMS = frozenset({"form_class", "authentication_form"})


def may_be(fn: Fn) -> bool:
    """Whether a function may be one; told by its head."""
    return (fn.name in _METHODS and fn.owner is not None) or bool(fn.head.decorators and _OF_JWT in fn.module.tops)


class ToldHooks:
    """Judges them way by way: whoever comes there was refused."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names

    def event(self, fn: Fn) -> str:
        """What such a function is told of, ``""`` for any other."""
        if not may_be(fn):
            return ""
        if fn.name in _METHODS and self._parts.around.based(fn, _METHODS[fn.name]):
            return _FAILED
        return next((_DECORATORS[name] for name in self._parts.around.decorators(fn) if name in _DECORATORS), "")

    def facts(self, fn: Fn) -> Iterator[AuthOutcome | RecordedOutcome]:
        """The first way out of one that leaves no record, or those that leave one."""
        event = self.event(fn)
        if not event:
            return
        missing: Way | None = None
        heard = self._parts.around.hearing.signalled(event) or self._is_told_by_its_form(fn)
        for way in self._parts.leaving.ways(fn):
            if heard or self._parts.recorded.way(fn, way, 0, None, known=False) != Sure.NO:
                yield self._parts.recorded.outcome(fn, way, event, self._parts.exits.text(fn, way.exit))
            else:
                missing = missing or way
        if missing is not None:
            yield self._outcome(fn, missing, event)

    def _is_told_by_its_form(self, fn: Fn) -> bool:
        """Whether the form that a view asks records anything by itself."""
        for cls in self._names.mro(fn.owner)[0] if fn.owner is not None else ():
            for field in cls.record.fields:
                entity = self._names.entity(cls.fn, field.value) if field.name in _FORMS and field.value >= 0 else None
                if entity is not None and entity[0] == "cls":
                    forms = self._names.mro(entity[1])[0]
                    return any(
                        self._parts.records.anywhere(one.module.functions[at]) for one in forms for at in one.record.methods.values()
                    )
        return False

    def _outcome(self, fn: Fn, way: Way, event: str) -> AuthOutcome:
        line, column = (way.exit.line, way.exit.column) if way.exit is not None else (fn.head.line, 0)
        return AuthOutcome(
            span((fn.module.path, line, column)),
            fn.head.name,
            event,
            "fail",
            self._parts.exits.text(fn, way.exit),
            Confidence.MEDIUM,
            None,
            (),
            self._parts.records.anywhere(fn),
            self._parts.recorded.helper(fn),
            fn.module.facts.test,
        )
