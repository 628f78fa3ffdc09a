"""Verdicts that fail nobody: of a logout, on a password that shall be another one than before, and on one that the code has itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.promises import is_logout
from checker.source.flow.literal import source
from checker.source.ir.ways import Branch, Exit, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.deciding.refusing.exits import Exits

_MADE = frozenset({"save", "create", "create_user", "register"})
_TWICE = frozenset({"password1", "password2", "new_password1", "password_1", "password_2"})
"""Fields of forms by which somebody signs up: https://docs.djangoproject.com/en/5.2/topics/auth/default/#django.contrib.auth.forms.BaseUserCreationForm"""
_CHECKED = frozenset({"password", "passwd", "checkpw"})


def gives(fn: Fn, exits: Exits) -> bool:
    """Whether a function gives anything at all: one that raises where somebody may not go on gives nothing where they may."""
    left = [step for step in walk(fn.steps) if isinstance(step, Exit)]
    raises = any(step.kind == "raise" for step in left)
    return not raises or any(step.kind == "return" and not exits.is_nothing(fn, step) for step in left)


def logs_out(fn: Fn) -> bool:
    """Whether a function is there to log somebody out, by its name or its class's: ``class LogoutUseCase: def execute(self)``."""
    return is_logout(fn.name) or (fn.owner is not None and is_logout(fn.owner.name))


def is_no_failure(fn: Fn, refused: Refused | None, verified: Verified) -> bool:
    """Whether it is an error of a logout, or no error at all that a password is another one."""
    if verified.entry.event in ("authn_token_reuse", "authn_login_fail") and logs_out(fn):
        return True
    if _asks_for_a_default(fn, verified) or _is_of_a_new_account(fn, verified):
        return True
    return refused is None and (_refuses_what_is_known(fn, verified) or _asks_who_is_there(fn, verified))


def _asks_who_is_there(fn: Fn, verified: Verified) -> bool:
    """Whether a page only asks who is logged in, and is another one for whoever is not yet: ``if self.get_current_user(): ...``.

    Tornado's own decorator asks the same: https://www.tornadoweb.org/en/stable/guide/security.html#user-authentication
    """
    record = fn.body.nodes[verified.call]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL and not record[2] and not record[3] else [ir.OPAQUE]
    return callee[0] == ir.ATTR and split(str(callee[2]))[-2:] == ("current", "user")


def _asks_for_a_default(fn: Fn, verified: Verified) -> bool:
    """Whether somebody's password is held against one that everybody knows: ``if user.check_password(DEFAULT_PASSWORD): warn()``."""
    record = fn.body.nodes[verified.call]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] not in (ir.ATTR, ir.IMPORT, ir.GLOBAL) or _CHECKED.isdisjoint(split(str(callee[2 if callee[0] == ir.ATTR else 1]))):
        return False  # a token is verified with a key, and a signature held against one
    written = ((node, source(fn, node)) for node in record[2] if node >= 0)
    return any((one[0] == ir.CONST and isinstance(one[1], str)) or "default" in words_of(fn, node) for node, one in written)


def _is_of_a_new_account(fn: Fn, verified: Verified) -> bool:
    """Whether the password is that of an account which a form has just made: ``authenticate(..., password=data["password1"])``."""
    record = fn.body.nodes[verified.call]
    if record[0] != ir.CALL or _MADE.isdisjoint(fn.head.called):
        return False
    return any(_is_of_a_first(fn, source(fn, value)) for name, value in record[3] if name == "password")


def _is_of_a_first(fn: Fn, record: ir.Node) -> bool:
    """Whether a value is what a form is told twice: its field has a number."""
    if record[0] == ir.CALL and record[2] and record[2][0] >= 0:
        record = [ir.ITEM, 0, *fn.body.nodes[record[2][0]][1:2]]
    return record[0] == ir.ITEM and record[2] in _TWICE


def _refuses_what_is_known(fn: Fn, verified: Verified) -> bool:
    """Whether it is an error that a password is right: ``if check_password(new, old): raise ValidationError("it was used before")``."""
    arms = (arm for step in walk(fn.steps) if isinstance(step, Branch) for arm in step.arms)
    return any(arm.condition == verified.call and any(isinstance(one, Exit) and one.kind == "raise" for one in arm.block) for arm in arms)


def asks_of_nobody(fn: Fn, verified: Verified) -> bool:
    """Whether a plain function is asked about whoever is there, and given nothing that was sent: ``if check_login():``."""
    record = fn.body.nodes[verified.call]
    return record[0] == ir.CALL and not record[2] and not record[3] and fn.body.nodes[record[1]][0] != ir.ATTR
