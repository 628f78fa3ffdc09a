"""What the name of a function, a class or a route promises of accounts: a logout, a sign-up, a change of somebody, a row that is made."""

from __future__ import annotations

from collections.abc import Iterable

from checker.source import ir
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

ANSWERS = frozenset({"get", "post", "delete", "put", "dispatch", "handle", "process_request", "__call__", "on_get", "on_post",
                     "render_GET", "render_POST", "render_PUT", "render_DELETE"})  # fmt: skip
"""Methods of a class that answers requests; the last four are those of Twisted's resources."""
PERSONS = frozenset({"user", "account", "owner", "admin", "member", "author", "login", "session", "token", "key", "device"})
"""Words of somebody, and of what stands for them."""
_LOGGING_IN = frozenset({"login", "signin", "logon", "authenticate", "sso"})
_PROVIDERS = frozenset({"oauth", "oauth2", "oidc", "saml", "auth", "openid", "google", "github", "microsoft", "azure", "okta"})
_ASKING = frozenset({
    "find", "get", "is", "has", "list", "can", "check", "load", "fetch", "show", "render", "form", "validate", "search", "count",
    "on", "before", "after", "should", "needs", "must", "may", "request", "build", "make", "test", "add_register", "pre", "post_", "send",
    "forgot"
})  # fmt: skip
"""First words of functions that change nothing."""
_CAN = "can"
"""Behind who it is that may do something stands what: ``user_can_delete()``."""
THINGS = {
    frozenset({"token", "tokens", "apikey", "apikeys"}): ("authn_token_created", "authn_token_revoked"),
    frozenset({"role", "roles", "permission", "permissions"}): ("privilege_permissions_changed", "privilege_permissions_changed"),
    frozenset({"user", "users"}): ("user_created", "user_deleted"),
}
"""Words of a view's class to the events of making and deleting one."""
_OF_VIEWS = frozenset({
    "view", "viewset", "views", "set", "api", "resource", "endpoint", "handler", "edit", "create", "delete", "add", "remove", "list",
    "serializer", "detail", "update", "destroy", "rotate", "post", "revoke", "reset", "ui", "generic", "admin", "collection", "controller",
    "item", "model", "page", "new", "mixin", "base", "abstract", "public", "bulk", "manage", "management", "register", "registration"
})  # fmt: skip
"""Words at the end of a view's name that tell what it does, and not of what."""
_EDITING = frozenset({"edit", "update", "change", "rename"})
_OTHER_VIEWS = frozenset({"refresh", "verify", "validate", "check", "obtain", "login", "logout", "search", "confirm", "introspect"})
"""Words of views that make no row of what they are called after: a session's token is refreshed."""
_SIGN_UP = frozenset({"register", "registration", "signup", "sign", "up"})
_BEFORE_SIGN_UP = (["user"], ["auth"], ["account"], ["do"], ["handle"], ["member"])
"""First words of a function that signs somebody up: ``auth_register``."""
_SIGNING_UP = frozenset({"post", "form_valid", "create", "perform_create", "put"})
_OF_ACCOUNTS = frozenset(
    {"auth", "account", "accounts", "user", "users", "registration", "register", "signup", "login", "profiles", "members"}
)
_LOGOUTS = frozenset({"logout", "signout", "slo", "logoff", "signoff"})
_OF_LOGOUTS = frozenset({
    "user", "users", "view", "handler", "request", "page", "session", "sessions", "all", "everywhere", "route", "endpoint", "api",
    "get", "post", "current", "by", "and", "then", "redirect", "single", "other", "others", "devices", "resource", "controller", "success",
    "use", "case", "usecase", "interactor", "command", "service"
})  # fmt: skip
_ENDING = frozenset(
    {"clear", "delete", "del", "remove", "drop", "unset", "invalidate", "revoke", "expire", "destroy", "end", "terminate", "kill"}
)
_LEFT = frozenset({"cookie", "cookies", "session", "sessions", "token", "tokens", "login", "jwt"})
"""Words of what a login leaves with somebody."""
_OF_LOGINS = frozenset({
    "user", "users", "username", "uid", "id", "login", "logged", "loggedin", "auth", "authenticated", "token", "account", "identity",
    "email", "admin", "role", "profile", "member", "me", "sub", "jwt", "key", "userid"
})  # fmt: skip
"""Words of keys of a session that tell who somebody is."""
_UPDATING = frozenset({"update", "set", "modify", "edit", "change"})
_TOKENS = frozenset({"token", "tokens"})
_INSTALLED = frozenset({"app", "blueprint", "router", "application", "api", "bp"})
_ELSEWHERE = frozenset({
    "plugin", "plugins", "hoster", "broker", "exchange", "mailbox", "channel", "chat", "chatroom", "conversation", "follower", "followers",
    "subscriber", "subscribers", "crawl", "crawler", "scraper", "lobby", "queue", "newsletter", "mailinglist", "waitlist", "leaderboard"
})  # fmt: skip
_PERSONS = frozenset({"user", "account", "member", "profile"})
_ADDRESSES = frozenset({"url", "uri", "link", "href"})
_OTHER_DOINGS = frozenset({
    "export", "download", "move", "block", "unblock", "follow", "unfollow", "mute", "unmute", "report", "notify", "impersonate", "alias",
    "merge", "rate", "like", "message", "contact", "track", "watch", "mention", "tag"
})  # fmt: skip
"""First words of views that do something else with somebody than to make them: ``class ExportUser: def post``."""
_OF_OTHERS = frozenset({"impersonate", "impersonation", "hijack", "masquerade"})
_AS_ANOTHER = frozenset({"login_as", "login_as_user", "log_in_as", "signin_as", "become_user", "switch_user", "su", "sudo"})
_ENDING_IT = frozenset({"stop", "end", "release", "restore", "exit", "leave", "un", "can", "may", "is"})


@once
def is_logout(name: str) -> bool:
    """Whether a function, a class or a route of that name logs somebody out: it comes first or last, and is not what is asked or stored."""
    if _names_address(name):
        return False
    joined = "_".join(split(name.replace("-", "_").strip("/"))).replace("log_out", "logout").replace("sign_out", "signout")
    words = joined.split("_")
    while words and words[-1] in _OF_LOGOUTS:
        words.pop()
    if not words or not _ASKING.isdisjoint(words[:1]):
        return False
    return words[0] in _LOGOUTS or (words[-1] in _LOGOUTS and words[0] not in ("add", "set", "clear", "url"))


@once
def is_login(name: str) -> bool:
    """Whether a function, a class or a route of that name logs somebody in: ``login``, ``LoginView``, ``"/sign-in"``, ``sso_callback``."""
    joined = "_".join(split(name.replace("-", "_").strip("/"))).replace("log_in", "login").replace("sign_in", "signin")
    words = frozenset(joined.split("_"))
    return not _LOGGING_IN.isdisjoint(words) or ("callback" in words and not _PROVIDERS.isdisjoint(words))


def words_around(fn: Fn) -> frozenset[str]:
    """Words of a function's name, its class's and its file's."""
    owner = split(fn.owner.name) if fn.owner is not None else ()
    return frozenset((*split(fn.name), *owner, *split(fn.module.parts[-1] if fn.module.parts else "")))


def answers_for(fn: Fn) -> str:
    """The class for which a function answers requests, or the file, where Falcon is given that as a resource; ``""`` for any other."""
    if fn.name not in ANSWERS:
        return ""
    falcons = fn.owner is None and fn.name.startswith("on_") and bool(fn.module.parts)
    return fn.owner.name if fn.owner is not None else fn.module.parts[-1] if falcons else ""


def ends_session(owner: str, name: str) -> bool:
    """Whether a method takes a session away as a resource: ``class SessionResource: def delete(self, request)``."""
    words = [word for word in split(owner) if word not in _OF_VIEWS]
    return name in ("delete", "destroy") and words[-1:] in (["session"], ["sessions"])


def ends_login(name: str) -> bool:
    """Whether a call of that name, in a function that logs out, takes away what a login left: ``_clear_account_cookie(response)``."""
    words = split(name)
    return not _ENDING.isdisjoint(words[:1]) and not _LEFT.isdisjoint(words[1:])


def keeps_login(nodes: list[ir.Node], call: ir.Node) -> bool:
    """Whether the key that ``session.pop(key)`` takes away may tell who is logged in; one that is not known may."""
    key = nodes[call[2][0]] if call[2] and call[2][0] >= 0 else [ir.OPAQUE]
    return key[0] != ir.CONST or not isinstance(key[1], str) or not _OF_LOGINS.isdisjoint(split(key[1]))


def row_of(owner: str) -> str:
    """The class of a view's rows, as far as the view is called after it: ``PhoneToken`` of ``CreatePhoneTokenView``."""
    return "".join(word.capitalize() for word in split(owner) if word not in _OF_VIEWS)


@once
def updates(name: str) -> bool:
    """Whether a function of that name updates somebody."""
    words = split(name.removeprefix("async_"))
    return words[:1] != () and words[0] in _UPDATING and not _PERSONS.isdisjoint(words)


@once
def updates_token(name: str) -> bool:
    """Whether a function of that name updates a token: ``edit_refresh_token(token, {"revoked": True})``."""
    words = split(name.removeprefix("async_"))
    return words[:1] != () and words[0] in _UPDATING and words[-1] in _TOKENS


def is_asking(name: str) -> bool:
    """Whether a function of that name only asks: ``can_delete()``, ``user_can_delete()``."""
    words = split(name)
    return not _ASKING.isdisjoint(words[:1]) or _CAN in words[1:-1] or _names_address(name)


def _names_address(name: str) -> bool:
    """Whether a function of that name tells where something is done: ``change_password_url``, ``logout_link``."""
    return not _ADDRESSES.isdisjoint(split(name)[1:][-1:])


def installs(name: str, params: Iterable[str]) -> bool:
    """Whether a function of that name and those parameters registers routes, and nobody: ``def register(cls, app)``."""
    return name == "register" and not _INSTALLED.isdisjoint(params)


def is_elsewhere(given: Iterable[str]) -> bool:
    """Whether an account is one of another service, or somebody joins a talk, by the words of what a call is given and made on:
    ``remove_account(plugin, login)``, ``add_user(channel, user)``.
    """
    return not _ELSEWHERE.isdisjoint(given)


def may_sign_up(name: str, owner: str) -> bool:
    """Whether a function or its class (``""`` for none) may be there to sign somebody up."""
    return not _SIGN_UP.isdisjoint((*split(name), *split(owner)))


def signs_up(name: str, owner: str, module: Iterable[str]) -> bool:
    """Whether a view is there to sign somebody up: ``class Register(View): def post``, ``def signup(request)`` in a file about accounts."""
    words = [word for word in split(owner if owner and name in _SIGNING_UP else name) if word not in _OF_VIEWS - _SIGN_UP]
    words = words[1:] if words[:1] in _BEFORE_SIGN_UP else words
    if not words or set(words) - _SIGN_UP:
        return False
    about = (*(word for part in module for word in split(part)), *split(owner))  # a class's register() may be of plugins or of tables
    return bool(owner and name in _SIGNING_UP) or not _OF_ACCOUNTS.isdisjoint(about)


def made_by(owner: str, *, deletes: bool) -> str:
    """The event of making or deleting the row that a view's class is called after, ``""`` where it is called after none of these."""
    words = split(owner)
    other = not _OTHER_VIEWS.isdisjoint(words) or not _OTHER_DOINGS.isdisjoint(words[:1])
    thing = "" if other else next((word for word in reversed(words) if word not in _OF_VIEWS), "")
    event = next((events[deletes] for things, events in THINGS.items() if thing in things), "")
    return "" if event.endswith("_created") and not _EDITING.isdisjoint(words) else event  # who was there before


@once
def becomes_another(name: str) -> bool:
    """Whether a function lets who is logged in act as somebody else: ``impersonate_user()``, ``login_as()``."""
    words = split(name)
    return (not _OF_OTHERS.isdisjoint(words) or name in _AS_ANOTHER) and _ENDING_IT.isdisjoint(words)
