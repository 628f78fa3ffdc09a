"""Forms: those that are saved, and by that make or change a row (``form = GroupForm(request.POST); form.save()``), and those of logins,
of which a validator asks whether the password is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


SUBMITTED = "validate_on_submit"
_VALIDATING = frozenset({SUBMITTED, "validate", "is_valid"})
"""How a form is asked whether what was sent is right: those of WTForms and of Django."""
_OF_LOGINS = frozenset({"login", "signin", "sign", "logon", "auth", "authentication", "authenticate", "credentials"})
_NO_LOGINS = frozenset({"up", "out", "register", "registration", "reset", "change", "forgot"})
_LOGS_IN = frozenset({"login", "login_user", "auth_login", "django_login", "log_in", "authenticate"})


OF_PASSWORDS = frozenset({"password_change", "set_password", "admin_password_change", "change_password", "password_reset_confirm"})
"""What forms are of by which somebody gets a new password: https://docs.djangoproject.com/en/5.2/topics/auth/default/#built-in-forms"""


class Saved(msgspec.Struct, frozen=True):
    """What a form is of."""

    thing: str
    """The words of its class before ``form``, in the singular: ``user_permission`` of ``UserPermissionsForm``."""
    makes: bool
    """Whether a row is made: the form was filled from a request, and no row was given to change."""
    about: tuple[str, ...]
    """Words of the function, and of its class."""

    @property
    def of_password(self) -> bool:
        """Whether somebody gets a new password by it: also one of the project's own, ``CustomSetPasswordForm``."""
        return self.thing in OF_PASSWORDS or self.thing.partition("_")[2] in OF_PASSWORDS


_OTHER = frozenset({"reactivate", "activate", "unlock", "restore", "confirm", "verify", "change", "update", "edit", "delete", "merge"})
"""First words of forms that do something with a row that is there."""


def saved(follower: Follower, fn: Fn, node: int) -> Saved | None:
    """The form that a node is, made in this function or named by the view's class; ``None`` for what is no form."""
    record = fn.body.nodes[node]
    name, makes = "", False
    if record[0] == ir.CALL:
        name = follower.text(fn, record[1]).rpartition(".")[2]
        makes = bool(record[2]) and all(key not in ("instance", "") and key not in split(name) for key, _ in record[3])
    elif record[0] == ir.PARAM and fn.owner is not None and fn.head.params[record[1]] == "form":
        field = next((one for one in fn.owner.record.fields if one.name == "form_class" and one.value >= 0), None)
        name = follower.text(fn.owner.fn, _given(fn.owner.fn, field.value)).rpartition(".")[2] if field is not None else ""
    words = split(name)
    if not name[:1].isupper() or "form" not in words[1:]:
        return None
    makes = makes and words[0] not in _OTHER
    words = words[: words.index("form", 1)]
    owner = split(fn.owner.name) if fn.owner is not None else ()
    return Saved("_".join((*words[:-1], words[-1].rstrip("s"))), makes, (*split(fn.name), *owner))


def _given(fn: Fn, node: int) -> int:
    """What a field is given, behind its own name."""
    record = fn.body.nodes[node]
    return int(record[2]) if record[0] == ir.VAR else node


def validators(follower: Follower, fn: Fn, call: int) -> Iterator[Fn]:
    """The functions that a form of the project's, called after a login or asked before one, asks where it is validated: methods of its own
    (``validate_password()``, ``clean()``), and what its fields are given as ``validators``.

    https://wtforms.readthedocs.io/en/3.2.x/validators/#custom-validators, https://docs.djangoproject.com/en/5.2/ref/forms/validation/
    """
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    if callee[0] != ir.ATTR or callee[2] not in _VALIDATING:
        return
    entity = follower.names.entity(fn, callee[1])
    if entity is None or entity[0] != "inst":
        return
    if not is_a_login(fn, entity[1].name) or is_kept(follower, fn, callee):
        return
    for cls in follower.names.mro(entity[1])[0]:
        for name, position in cls.record.methods.items():
            if name.startswith(("validate", "clean", "full_clean")):
                yield cls.module.functions[position]
        for field in cls.record.fields:
            made: ir.Node = source(cls.fn, field.value) if field.value >= 0 else [ir.OPAQUE]
            given = next((value for key, value in made[3] if key == "validators"), -1) if made[0] == ir.CALL else -1
            several: ir.Node = source(cls.fn, given) if given >= 0 else [ir.OPAQUE]
            for item in several[1] if several[0] == ir.SEQ else ():
                one = follower.names.entity(cls.fn, item) if item >= 0 else None
                if one is not None and one[0] == "fn":
                    yield one[1]


def is_a_login(fn: Fn, form: str) -> bool:
    """Whether a form is one of a login, by its name, or by what is done with it: ``CodeForm`` of a second step."""
    words = split(form)
    return (not _OF_LOGINS.isdisjoint(words) or lets_in(fn)) and _NO_LOGINS.isdisjoint(words)


def lets_in(fn: Fn) -> bool:
    """Whether a function logs somebody in, by what it calls."""
    return not _LOGS_IN.isdisjoint(fn.head.called)


def is_kept(follower: Follower, fn: Fn, callee: ir.Node) -> bool:
    """Whether what a validated form holds is saved, and nobody let in: who is logged in changes the data of the login."""
    if callee[0] != ir.ATTR or callee[2] not in _VALIDATING or lets_in(fn):
        return False
    text = f"{follower.text(fn, callee[1])}.save"
    return "save" in fn.head.called and any(follower.text(fn, fn.body.nodes[call][1]) == text for call in fn.body.calls)
