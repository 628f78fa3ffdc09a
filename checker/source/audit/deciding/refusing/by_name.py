"""Refusals known by a name alone: the page ``permission_denied.html``, the constant ``PERMISSION_DENIED`` of a library."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

_SHOWING = frozenset({
    "render", "render_template", "render_to_response", "TemplateResponse", "Template", "redirect", "HttpResponseRedirect",
    "RedirectResponse", "HTTPFound", "HTTPSeeOther", "HTTPRedirect", "seeother"
})  # fmt: skip
"""Calls that answer with a page, or send somebody to one."""
_REFUSING = {"forbidden": 403, "unauthorized": 401, "unauthorised": 401, "403": 403, "401": 401}
_PAIRS = {
    ("permission", "denied"): 403, ("access", "denied"): 403, ("not", "authorized"): 403, ("no", "permission"): 403,
    ("no", "access"): 403, ("insufficient", "permissions"): 403, ("privilege", "denied"): 403
}  # fmt: skip
_WRONG = frozenset({"error", "wrong", "invalid", "incorrect", "failed", "failure", "mismatch", "bad"})
_OF_LOGINS = frozenset({"password", "credentials", "credential", "login", "auth", "authentication"})
_FACTORS = frozenset({"mfa", "otp", "totp", "factor", "2fa", "additional", "webauthn", "second"})
_UNASKED = frozenset({"unsupported", "missing", "configuration", "configured", "misconfigured", "misconfiguration"})
"""Words of exceptions about what there is not, was not sent, or was not set up."""
_RECORDS = frozenset({"Struct", "NamedTuple", "TypedDict"})
"""Last names of classes whose subclasses keep values, and are no answers."""
_ENDINGS = frozenset({"html", "htm", "jinja", "jinja2", "j2", "mako", "pt", "tpl", "txt", "page", "view"})


def shows(callee: str) -> bool:
    """Whether a call of that name answers with a page, or sends somebody to one."""
    return callee in _SHOWING


def page(fn: Fn, callee: str, given: list[int]) -> int:
    """401 or 403 where a call shows a page that is called after a refusal, or sends somebody to one; 0 for any other."""
    if callee not in _SHOWING:
        return 0
    texts = (name for one in given if one >= 0 for name in (named(fn, one, 3) if fn.body.nodes[one][0] in (ir.CONST, ir.CALL) else ()))
    return next((status for text in texts if (status := _of_page(text))), 0)


@lru_cache(maxsize=4096)
def _of_page(text: str) -> int:
    last = text.rstrip("/").rpartition("/")[2].rpartition(":")[2]
    words = tuple(word for word in split(last.replace(".", "_").replace("-", "_")) if word not in _ENDINGS)
    return 0 if " " in text else status_of(words)


def status_of(words: tuple[str, ...]) -> int:
    """401 or 403 where words tell of a refusal, else 0."""
    found = next((_REFUSING[word] for word in words if word in _REFUSING), 0)
    return found or next((_PAIRS[pair] for pair in pairwise(words) if pair in _PAIRS), 0)


@lru_cache(maxsize=4096)
def constant(name: str) -> int:
    """401 or 403 where a constant is called after a refusal or a failed login: ``PERMISSION_DENIED``, ``PASSWORD_ERROR``; else 0."""
    if not name.isupper():
        return 0
    words = split(name)
    if found := status_of(words):
        return found
    return 401 if len(words) < 4 and not _WRONG.isdisjoint(words) and not _OF_LOGINS.isdisjoint(words) else 0


def whole(name: str) -> int:
    """401 or 403 where a helper's name is nothing but a refusal, whatever number it puts where: ``ResponseUtil.forbidden(msg=...)``."""
    words = split(name)
    return _REFUSING.get(words[0], 0) if len(words) == 1 else _PAIRS.get((words[0], words[-1]), 0) if len(words) == 2 else 0


@lru_cache(maxsize=16384)
def helper(name: str) -> bool:
    """Whether a function, or a class, is called after a refusal that it makes: ``render_permission_denied()``, ``ForbiddenAnswer()``."""
    lower = name.lower()
    return ("denied" in lower or "forbidden" in lower or "unauthorized" in lower or "40" in lower) and status_of(split(name)) > 0


def is_something_else(cls: Cls, libraries: Iterable[str]) -> bool:
    """Whether a class is of a type or method that there is not, or of a further factor that is asked for, whatever its status; or keeps
    what is told of an answer, and is none.
    """
    words = set(split(cls.name))
    return (
        not _UNASKED.isdisjoint(words)
        or {"insufficient", "methods"} <= words
        or ("required" in words and not _FACTORS.isdisjoint(words))
        or words >= {"already", "exists"}  # somebody else has that name
        or {"required", "discharge"} <= words  # a macaroon: a third party is to be asked first
        or not _RECORDS.isdisjoint(dotted.rpartition(".")[2] for dotted in libraries)
    )
