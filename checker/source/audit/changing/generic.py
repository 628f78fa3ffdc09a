"""Views that a framework brings along, which make, change or delete a row by themselves: ``class Gone(DeleteView): model = Token``.

https://docs.djangoproject.com/en/5.2/ref/class-based-views/generic-editing/, https://www.django-rest-framework.org/api-guide/generic-views/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import joined
from checker.source.audit.changing.kinds import kind_of, plain
from checker.source.audit.signs.mentions import first_class
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

Table = tuple[str, Cls | None]
"""What a table is called, and its class where that is at hand."""
_VERBS = {"CreateView": "create", "UpdateView": "update", "DeleteView": "delete", "DestroyAPIView": "delete"}
_DELETING = frozenset({"ModelViewSet", "DestroyModelMixin", "RetrieveDestroyAPIView", "RetrieveUpdateDestroyAPIView"})
"""Classes of REST framework's that delete a row too, among other things."""
_METHODS = "http_method_names"
_ASKED = "get_queryset"
_FOUND = "self.get_object"
"""How a view of Django's or REST framework's asks for the one row that an address names."""
_FINDING = "get_object"
_BASES = frozenset({"base", "abstract", "mixin"})
"""Words of classes that others are made of."""
_OWN_TOKENS = frozenset({
    "token", "key", "apikey", "apitoken", "api", "auth", "authtoken", "access", "accesstoken", "user", "personal", "refresh", "app",
    "application", "ssh", "rest", "service", "model"
})  # fmt: skip
"""Words of tables of tokens that let somebody in here."""
_GROUP = "Group"
"""Django's own table of those who have the same rights."""
_EVENTS = {
    ("token", "create"): "authn_token_created", ("token", "delete"): "authn_token_revoked",
    ("user", "create"): "user_created", ("user", "delete"): "user_deleted",
    ("role", "create"): "privilege_permissions_changed", ("role", "update"): "privilege_permissions_changed",
    ("role", "delete"): "privilege_permissions_changed",
}  # fmt: skip
_PASSWORDS = frozenset({"PasswordChangeView", "PasswordResetConfirmView"})
"""Views of Django's, dj-rest-auth's and allauth's own."""
_FRAMEWORKS = frozenset({"django", "rest_framework"})
_MAKING = frozenset({"creation", "create", "registration", "register", "signup", "add", "new", "custom", "our"})
"""Words of a form's name that say what it does, and not of what it is."""
DOING = frozenset({"form_valid", "delete", "post", "destroy", "perform_destroy", "form_submitted"})
"""Methods by which such a view does it, where a class has its own."""
_NEXT = {
    "destroy": ("perform_destroy",), "create": ("perform_create",), "delete": ("perform_destroy", "destroy", "form_valid"),
    "post": ("perform_create", "create", "form_valid"),
}  # fmt: skip
"""By which methods of the same view the frameworks carry out what one is asked for."""
NAMING = ("model", "queryset", "form_class")
"""Attributes of such a view that tell its table."""
CARRIED_OUT = DOING | {"save"}
"""Calls by which these do."""


def made(follower: Follower, cls: Cls) -> tuple[str, str, str]:
    """The event of what a view does, its library's class and its table's; all ``""`` for any other class."""
    base = next((one for one in follower.names.mro(cls)[1] if _is_editing(one)), "")
    name = base.rpartition(".")[2]
    table = _table(follower, cls) if base else ""
    event = _EVENTS.get((kind_of(table), _VERBS[name]), "") if table else ""
    return (event, name, table) if event else ("", "", "")


def deleting(follower: Follower, cls: Cls) -> tuple[str, str, Table]:
    """The event of what a view of REST framework's deletes, its library's class and its table; ``""`` and no table for any other class."""
    base = next(
        (one for one in follower.names.mro(cls)[1] if one.startswith("rest_framework.") and one.rpartition(".")[2] in _DELETING), ""
    )
    if not base or not _BASES.isdisjoint(split(cls.name)) or not _may_delete(follower, cls):
        return "", "", ("", None)
    table = _named_table(follower, cls)
    kind = joined.kind_of_cls(follower, table[1]) if table[1] is not None else kind_of(table[0])
    if kind == "role" and not (joined.gives_rights(follower, table[1]) if table[1] is not None else table[0] == _GROUP):
        kind = ""  # that of a device, or of a prefix
    if kind == "token" and not _OWN_TOKENS.issuperset(split(table[0])):
        kind = ""  # that of another service, which somebody has here
    event = _EVENTS.get((kind, "delete"), "")
    return (event, base.rpartition(".")[2], table) if event else ("", "", ("", None))


def kind_of_given(follower: Follower, fn: Fn, name: str) -> str:
    """The kind of the row that a view of REST framework's is given to delete: ``def perform_destroy(self, instance)``."""
    if fn.owner is None or fn.name != "perform_destroy" or name not in fn.head.params:
        return ""
    table, cls = _named_table(follower, fn.owner)
    kind = joined.kind_of_cls(follower, cls) if cls is not None else kind_of(table)
    return kind if kind == "user" or (kind == "token" and _OWN_TOKENS.issuperset(split(table))) else ""


def _may_delete(follower: Follower, cls: Cls) -> bool:
    """Whether a view answers to DELETE, ``http_method_names`` may leave it out, and finds its row by what it is asked for."""
    if any(_FINDING in one.record.methods for one in follower.names.mro(cls)[0]):
        return False  # who asks is shown themselves
    for base in follower.names.mro(cls)[0]:
        for field in base.record.fields:
            if field.name == _METHODS and field.value >= 0:
                nodes = base.fn.body.nodes
                listed = nodes[unnamed(base.fn, field.value)]
                named = (
                    [nodes[one][1] for one in listed[1] if one >= 0 and nodes[one][0] == ir.CONST] if listed[0] == ir.SEQ else ["delete"]
                )
                return "delete" in named
    return True


def _named_table(follower: Follower, cls: Cls) -> Table:
    """The table whose rows a view of REST framework's has: by its ``queryset``, its ``model`` or what ``get_queryset`` gives."""
    names = follower.names
    for base in names.mro(cls)[0]:
        given = {field.name: field.value for field in base.record.fields if field.value >= 0}
        for name in ("queryset", "model"):
            if name in given and (found := _named(follower, base, given[name])):
                return found, _class_of(names.lookup(base.fn, found))
        if _ASKED in base.record.methods:
            fn = base.module.functions[base.record.methods[_ASKED]]
            at = next((at for value in fn.body.returns if (at := first_class(fn, plain(fn, value), 12)) >= 0), -1)
            return (follower.text(fn, at).rpartition(".")[2], _class_of(names.entity(fn, at))) if at >= 0 else ("", None)
    return "", None


def kind_of_own(follower: Follower, fn: Fn, value: int) -> str:
    """The kind of the row that a view finds by what it was asked for, ``key = self.get_object()``; ``""`` of anything else."""
    record = fn.body.nodes[plain(fn, value)]
    if fn.owner is None or record[0] != ir.CALL or follower.text(fn, record[1]) != _FOUND:
        return ""
    name, cls = _named_table(follower, fn.owner)
    return joined.kind_of_cls(follower, cls) if cls is not None else kind_of(name)


def _class_of(entity: Entity | None) -> Cls | None:
    return entity[1] if entity is not None and entity[0] == "cls" else None


def promised(follower: Follower, fn: Fn) -> str:
    """The event of what a method of such a view is there to do, or of one by which somebody gives a new password; else ``""``."""
    if fn.owner is None or fn.name not in DOING:
        return ""
    replaced = any(one.rpartition(".")[2] in _PASSWORDS for one in follower.names.mro(fn.owner)[1])
    return made(follower, fn.owner)[0] or ("authn_password_change" if replaced else "")


def is_librarys(follower: Follower, fn: Fn, name: str) -> bool:
    """Whether ``super()`` of such a view's method is the framework's own, which makes the row."""
    if fn.owner is None or name not in DOING or not made(follower, fn.owner)[0]:
        return False
    return all(name not in one.record.methods for one in follower.names.mro(fn.owner)[0][1:])


def is_carried_out(follower: Follower, fn: Fn) -> bool:
    """Whether a view's class has a method of its own in which the framework does what this one hands on to it: that one is judged."""
    after = _NEXT.get(fn.name, ())
    if fn.owner is None or not after:
        return False
    return any(name in one.record.methods for one in follower.names.mro(fn.owner)[0] for name in after)


def _is_editing(dotted: str) -> bool:
    return dotted.partition(".")[0] in _FRAMEWORKS and dotted.rpartition(".")[2] in _VERBS


def _table(follower: Follower, cls: Cls) -> str:
    """The class of a view's rows: by its ``model``, the query that it looks in, or its form."""
    for base in follower.names.mro(cls)[0]:
        given = {field.name: field.value for field in base.record.fields if field.value >= 0}
        for name in NAMING:
            if name in given and (found := _named(follower, base, given[name])):
                return _of_form(found) if name == "form_class" else found
    return ""


def _named(follower: Follower, cls: Cls, node: int) -> str:
    """The class that a value begins with: ``Token`` of ``Token.objects.filter(...)``."""
    nodes = cls.fn.body.nodes
    record = nodes[node]
    if record[0] == ir.VAR:  # the field itself
        node = int(record[2])
        record = nodes[node]
    while record[0] in (ir.CALL, ir.ATTR) and nodes[record[1]][0] in (ir.CALL, ir.ATTR):
        node = int(record[1])
        record = nodes[node]
    text = follower.text(cls.fn, node).removesuffix("()")
    parts = [part for part in text.split(".") if part[:1].isupper()]
    return parts[-1] if parts else ""


def _of_form(name: str) -> str:
    words = [word for word in split(name) if word not in _MAKING]
    return "_".join(words[:-1]) if words[-1:] == ["form"] else ""
