"""Rows about somebody who is there already: what they are in a group, or what else is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.kinds import kind_of, plain
from checker.source.audit.signs.mentions import first_class
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LINKS = frozenset(
    {"user", "user_id", "user_pk", "user_fk", "user_uuid", "auth_user", "auth_user_id", "django_user", "account", "account_id", "member"}
)
"""Columns that tell whose a row is: who is made has none."""
_GROUPS = frozenset({
    "project", "team", "group", "organization", "organisation", "org", "workspace", "role", "committee", "tenant", "company", "department",
    "community", "club", "space", "board", "audience"
})  # fmt: skip
"""Words of columns that tell of what somebody is a part."""
_RIGHTS = frozenset({
    "permission", "permissions", "perm", "perms", "role", "roles", "right", "rights", "scope", "scopes", "policy", "policies", "privilege",
    "privileges", "access", "acl", "acls", "grant", "grants", "admin", "admins", "level", "capabilities", "members", "users", "accounts",
    "user_set", "memberships", "ldap", "dn", "claim", "claims", "realm", "scim"
})  # fmt: skip
"""Words of columns by which those in a group may do something, or are in it at all."""
_PLAIN = frozenset({
    "id", "pk", "uuid", "name", "title", "label", "slug", "code", "description", "comment", "comments", "notes", "type", "kind", "created",
    "updated", "modified", "date", "at", "by", "parent", "children", "external", "key", "default", "is", "active", "enabled", "system",
    "protected", "tenant", "organization", "organisation", "org", "project", "workspace", "company", "site", "domain", "objects", "meta",
    "display", "full", "version", "email", "color", "group", "groups", "path", "tablename"
})  # fmt: skip
"""Words of columns that any table has."""
_LEAST_OTHERS = 2
_OWN_KEYS = ("pk", "primary_key")
_LETTING_IN = frozenset({"AbstractBaseUser", "AbstractUser", "UserMixin", "SQLAlchemyBaseUserTable", "SQLAlchemyBaseUserTableUUID"})
"""Bases of whoever logs in, whatever the class is called."""
_ACCOUNT, _USER = ("account",), ("user",)
_PASSWORDS = frozenset({"password", "passwd", "pwd", "password_hash", "hashed_password", "pw_hash", "passhash", "authentication"})
_NAMES = frozenset({"username", "login", "email", "user_name", "login_name", "email_address"})
"""Columns by which somebody says who they are."""
_PLACES = frozenset({
    "host", "hostname", "port", "url", "uri", "server", "endpoint", "address", "ip", "dsn", "database", "protocol", "driver", "cookie"
})  # fmt: skip
"""Words of columns that say where else such a name and password let in."""
_OF_LOGINS = frozenset({
    "email", "mail", "username", "login", "password", "passwd", "pwd", "hash", "user", "users", "member", "members", "role", "roles",
    "admin", "staff", "superuser", "permission", "permissions", "active", "disabled", "enabled", "banned", "locked", "suspended",
    "verified", "otp", "totp", "mfa", "token", "tokens", "key", "keys", "session", "sessions", "auth", "identity", "sub", "salt", "groups"
})  # fmt: skip
"""Words of columns of those who log in, or in whose name somebody does."""
_SETTINGS = frozenset({"settings", "setting", "config", "configuration", "preferences", "options"})


def about(names: Iterable[str]) -> str | None:
    """What a row is by its columns: ``role`` for a place in a group, ``""`` for what else is known of somebody, ``None`` for neither."""
    found = tuple(names)
    if _LINKS.isdisjoint(found):
        return None
    return "role" if any(not _GROUPS.isdisjoint(split(name)[:2]) for name in found) else ""


def kind_of_class(follower: Follower, fn: Fn, name: str) -> str:
    """The kind of a table by the name of its class, and of one of persons by its columns too."""
    kind = kind_of(name)
    if kind not in ("user", "") and not _is_called_group(name):
        return kind
    entity = follower.names.lookup(fn, name) if name else None
    return kind_of_cls(follower, entity[1]) if entity is not None and entity[0] == "cls" else kind


def kind_of_named(follower: Follower, fn: Fn, node: int) -> str:
    """The same of a class by the expression that names it: ``models.Group``."""
    entity = follower.names.entity(fn, node)
    name = follower.text(fn, node).rpartition(".")[2]
    return kind_of_cls(follower, entity[1]) if entity is not None and entity[0] == "cls" else kind_of(name)


def kind_of_returned(follower: Follower, fn: Fn, call: int) -> str:
    """The same of the row that a function of the project looks for: ``row = find_assigned(user, number)``."""
    for callee, _ in follower.names.callees(fn, call):
        for value in callee.body.returns:
            at = first_class(callee, plain(callee, value), 12)
            if at >= 0 and callee.body.nodes[plain(callee, value)][0] == ir.CALL:
                return kind_of_named(follower, callee, at)
    return ""


def kind_of_cls(follower: Follower, cls: Cls) -> str:
    """The same of a class that is at hand."""
    kind = kind_of(cls.name)
    if kind == "role":
        of_group = _group_of(follower, cls)
        return "" if of_group is not None and _is_another_group(follower, of_group) else kind
    words = split(cls.name)
    anybodys = words[-1:] == _ACCOUNT or (words[-1:] == _USER and len(words) > 1)  # an account, or what a user has: AlbumUser
    logs_in = (not kind or anybodys) and any(base.rpartition(".")[2] in _LETTING_IN for base in follower.names.mro(cls)[1])
    if not kind and (logs_in or _has_password(follower, cls)):
        return "user"  # class Customer(AbstractBaseUser)
    if kind != "user":
        return kind
    bases = follower.names.mro(cls)[0]
    columns = [field.name for base in bases for field in base.record.fields if not _is_own_key(base, field.value)]
    if columns and anybodys and not logs_in and not any(map(_is_of_a_login, columns)):
        return ""  # that of a customer, as a rule
    found = about(columns)
    return kind if found is None else "" if found == "role" and _is_of_a_thing(cls.name, columns) else found


def _has_password(follower: Follower, cls: Cls) -> bool:
    """Whether a table keeps whom somebody says they are and a password: ``class Admin(Base)``; not those of another server."""
    columns = {field.name for base in follower.names.mro(cls)[0] for field in base.record.fields if field.value >= 0}
    if _PASSWORDS.isdisjoint(columns) or _NAMES.isdisjoint(columns):
        return False
    return all(_PLACES.isdisjoint(split(column)) for column in columns if column not in _NAMES)


@once
def _is_of_a_login(column: str) -> bool:
    """Whether a column is one of somebody who logs in, or refers to them."""
    return not _OF_LOGINS.isdisjoint(split(column))


def _is_of_a_thing(name: str, columns: list[str]) -> bool:
    """Whether a row tells who works at a thing in a group, and of no right: ``ModuleMember(module, member, project)``."""
    thing = split(name)[-2:-1]
    words = {word for column in columns for word in split(column)}
    return bool(thing) and _GROUPS.isdisjoint(thing) and thing[0] in words and _RIGHTS.isdisjoint(words)


def _is_own_key(cls: Cls, value: int) -> bool:
    """Whether a column is the key of its own table, whatever it is called: ``user_id = IntField(pk=True)``."""
    record: ir.Node = cls.fn.body.nodes[unnamed(cls.fn, value)] if value >= 0 else [ir.OPAQUE]
    return record[0] == ir.CALL and any(key in _OWN_KEYS and cls.fn.body.nodes[one][:2] == [ir.CONST, True] for key, one in record[3])


def _group_of(follower: Follower, cls: Cls) -> Cls | None:
    """The table of groups that a class is, or of whose members it is: ``Group`` of ``GroupMember``."""
    if _is_called_group(cls.name):
        return cls
    words = split(cls.name)
    if words[-1:] not in (("member",), ("membership",)) or words[-2:-1] != ("group",):
        return None
    entity = follower.names.lookup(cls.fn, cls.name.removesuffix("ship").removesuffix("Member"))
    return entity[1] if entity is not None and entity[0] == "cls" else None


def _is_called_group(name: str) -> bool:
    return split(name)[-1:] in (("group",), ("groups",))


def _is_another_group(follower: Follower, cls: Cls) -> bool:
    """Whether a group is one of readers, or of those who begin at the same hour: its columns tell that, and of no rights."""
    words = [frozenset(split(field.name)) for base in follower.names.mro(cls)[0] for field in base.record.fields]
    return sum(not one <= _PLAIN for one in words) >= _LEAST_OTHERS and all(_RIGHTS.isdisjoint(one) for one in words)


def gives_rights(follower: Follower, cls: Cls) -> bool:
    """Whether a table of roles or groups tells what those in it may do, or who is in it, by its columns."""
    return any(not _RIGHTS.isdisjoint(split(field.name)) for base in follower.names.mro(cls)[0] for field in base.record.fields)


def kind_of_form(follower: Follower, fn: Fn, made: int, thing: str) -> str:
    """The kind of the rows of a form: by the table that its ``Meta`` names, where it can be found, else by its name."""
    kind = kind_of(thing)
    place = _table_of_form(follower, fn, made) if kind else None
    return kind_of_named(follower, *place) if place is not None else kind


def is_of_settings(follower: Follower, fn: Fn, made: int) -> bool:
    """Whether a form changes how the site is set up, whatever it is called: ``RegistrationForm`` whose ``model`` is ``SiteSettings``."""
    place = _table_of_form(follower, fn, made)
    return place is not None and not _SETTINGS.isdisjoint(split(follower.text(*place).rpartition(".")[2])[-1:])


def _table_of_form(follower: Follower, fn: Fn, made: int) -> tuple[Fn, int] | None:
    """Where the ``Meta`` of a form that is made names its table: https://docs.djangoproject.com/en/5.2/topics/forms/modelforms/"""
    record = fn.body.nodes[made]
    entity = follower.names.entity(fn, record[1]) if record[0] == ir.CALL else None
    for cls in follower.names.mro(entity[1])[0] if entity is not None and entity[0] == "cls" else ():
        inner = next((one for one in cls.module.classes if one.record.name == f"{cls.record.name}.Meta"), None)
        field = next((one for one in inner.record.fields if one.name == "model" and one.value >= 0), None) if inner is not None else None
        if inner is not None and field is not None:
            value = inner.fn.body.nodes[field.value]
            return inner.fn, int(value[2]) if value[0] == ir.VAR else field.value
    return None


def made_of(record: ir.Node) -> str | None:
    """What a row is by the columns that it is made with: ``Member.objects.create(user=user, project=project)``; as `about`."""
    return about(key for key, _ in record[3])
