"""Refusals that are judged at another place: who raised the exception, who asks, what many ask, or the library that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.undecided import makers
from checker.source.audit.deciding.undecided.shared import Shared
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs import forms
from checker.source.audit.ways.paths import Handling, Way, made_in
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PERMITTING = frozenset({"has_permission", "has_object_permission"})
_PERMISSIONS = ("BasePermission",)
"""https://www.django-rest-framework.org/api-guide/permissions/#custom-permissions"""
_CALLBACKS = frozenset({"verify_password", "verify_token"})
"""https://flask-httpauth.readthedocs.io/en/latest/#flask_httpauth.HTTPBasicAuth.verify_password"""
_GRANTS = (
    "RequestValidator", "AuthorizationCodeGrant", "PasswordCredentialsGrant", "RefreshTokenGrant", "ClientCredentialsGrant", "BaseGrant",
    "TokenEndpointMixin",
)  # fmt: skip
"""https://oauthlib.readthedocs.io/en/latest/oauth2/validator.html, https://docs.authlib.org/en/latest/oauth2/authorization-server/grants"""
_BEARERS = ("HttpBearer", "HttpBasicAuth", "APIKeyQuery", "APIKeyHeader", "APIKeyCookie", "BaseUserManager")
"""https://django-ninja.dev/guides/authentication/, and the last is of https://fastapi-users.github.io/fastapi-users/"""


_IDENTIFYING = "identity"
_POLICIES = ("Policy",)
"""How Pyramid asks who somebody is: https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/security.html#writing-a-security-policy"""


class Elsewhere:
    """Says of a function's refusals whether somebody else answers for them."""

    def __init__(self, follower: Follower, around: Around, shared: Shared) -> None:
        self._follower = follower
        self._around = around
        self._shared = shared

    def is_of_others(self, fn: Fn, way: Way) -> bool:
        """Whether a refusal is one of a form, or a middleware answers an exception of the project's own that it handed a request on to:
        who raised that is judged.
        """
        caught = next((one for one in reversed(way.entries) if isinstance(one, Handling)), None)
        if caught is None or makers.is_of_forms(fn):
            return makers.is_of_forms(fn)
        own = [self._follower.names.lookup(fn, name) for name in fn.body.handlers[caught.handler].types]
        if not own or not all(one is not None and one[0] == "cls" for one in own):
            return False
        made = (self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in made_in(caught.step))
        return any(name in ("call_next", "get_response") for name in made)

    def is_judged(self, fn: Fn, refused: Refused | None, verified: Verified) -> bool:
        """Whether a form's view answers for it, each view that asks a serializer tests whether it is valid, or many refuse by what the
        same function finds.
        """
        asked = self._around.callers(fn) if fn.name.startswith("validate") and self._around.based(fn, ("Serializer",)) else []
        if makers.is_of_forms(fn) or (bool(asked) and all(self._tests(view, call, fn) for view, call, _ in asked)):
            return True
        return refused is not None and fn.body.nodes[verified.call][0] == ir.CALL and self._shared.tells(fn, verified.call)

    def _tests(self, view: Fn, call: int, fn: Fn) -> bool:
        raises = any(key == "raise_exception" for key, _ in view.body.nodes[call][3])
        return not raises and fn in forms.validators(self._follower, view, call)

    def is_asked_by_a_library(self, fn: Fn) -> bool:
        """Whether a library asks a function whether a request may go on, which nobody else hears of: REST framework's classes in
        ``permission_classes``, what Flask-HTTPAuth is given by a decorator, the bearers of Django Ninja, the grants of a server for OAuth,
        the security policy of Pyramid.
        """
        if self.identifies(fn):
            return True
        if not _CALLBACKS.isdisjoint(self._around.decorators(fn)) or self._around.based(fn, _GRANTS):
            return True
        bearer = fn.name == "authenticate" and self._around.based(fn, _BEARERS)
        return bearer or (fn.name in _PERMITTING and self._around.based(fn, _PERMISSIONS))

    def identifies(self, fn: Fn) -> bool:
        """Whether Pyramid asks a function who somebody is, whoever else of the same policy does so too."""
        return fn.name == _IDENTIFYING and self._around.based(fn, _POLICIES)
