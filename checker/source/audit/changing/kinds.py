"""Of which table a row is, by a name: tokens, users or roles."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.signs.mentions import first_class
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

OF_PERSONS = ("user_created", "user_updated", "user_deleted")
"""Events of rows of users."""
RIGHTS = "privilege_permissions_changed"
"""The event of rows that say what somebody may do."""
KINDS = {
    ("token",): "token", ("api", "key"): "token", ("apikey",): "token", ("access", "key"): "token", ("app", "password"): "token",
    ("ssh", "key"): "token",
    ("user",): "user", ("account",): "user", ("member",): "user",
    ("apitoken",): "token", ("authtoken",): "token", ("accesstoken",): "token", ("refreshtoken",): "token", ("usertoken",): "token",
    ("usergroup",): "role", ("accountgroup",): "role", ("userrole",): "role", ("userpermission",): "role",
    ("role",): "role", ("permission",): "role", ("group",): "role", ("membership",): "role",
}  # fmt: skip
"""Last words of a table's name, or of a variable's; Django calls a relation by the name of its class without capitals."""
_OTHERS = frozenset({
    "magic", "link", "reset", "verification", "confirmation",
    "confirm", "verify", "csrf", "xsrf", "email", "activation", "device", "push", "page", "social",
    "bank", "loan", "savings", "payout", "payment", "merchant",
    "service", "ledger", "cloud", "storage", "billing", "field", "option", "sub", "tab", "radio", "process", "consumer", "filter",
    "filters", "search", "product", "contact", "layer", "display", "tag", "price", "tax",
    "blocked", "muted", "follow", "followed", "follower", "friend",
    "server", "host", "node", "asset", "message", "chat", "widget", "remote", "external", "linked", "deleted", "archived",
    "blockchain", "chain", "evm", "evmlike", "solana", "bitcoin", "eth", "erc20", "erc721", "nft", "coin", "crypto",
    "move", "export", "alias", "phone", "sms", "invited", "invitee", "workflow"
})  # fmt: skip
"""Words that make it another table: a token for a link, a bank's account, a group of fields."""
_OF_PROVIDERS = frozenset({
    "oauth", "oauth2", "o", "sso", "oidc", "saml", "provider", "connected", "google", "facebook", "github", "gitlab", "twitter",
    "microsoft", "apple", "linkedin", "social"
})  # fmt: skip
"""Words before ``Account`` that say by which other provider somebody comes: ``OAuthAccount``."""
_TOLD_OF = frozenset({"info", "information", "details", "metadata", "preferences", "settings", "attributes", "tags", "note", "notes"})
"""Words of what is known of somebody who is there."""
_OF_THINGS = frozenset({
    "font", "security",
    "aggregation", "parameter", "metric", "chart", "dashboard", "test", "task", "job", "event", "setting", "settings", "thread", "worker",
    "resource", "instance", "color", "colour", "style", "plot", "axis", "alert", "rule", "question", "attribute", "property", "variable",
    "column", "row", "input", "output", "target", "scaling", "placement", "subnet", "stream", "shard", "partition", "block", "line", "text",
    "image", "media", "document", "article", "category", "menu", "link", "command", "argument", "issue", "error", "log", "query", "data",
    "dataset", "sensor", "light", "speaker", "step", "stage", "item", "sample", "feature", "index", "volume", "disk", "file", "schema",
    "repo", "repository", "run", "build", "release", "deployment", "pipeline", "commit", "branch"
})  # fmt: skip
"""Words before ``Group`` in the name of a class that say of what things it is one."""
OF_MEMBERS = frozenset({
    "group", "team", "role", "org", "organization", "organisation", "workspace", "project", "channel", "package", "committee", "board",
    "space", "community", "club", "tenant", "company", "department"
})  # fmt: skip
"""Words of what one is a member of: ``TeamMember``, ``tenant.add_user(user)``."""
_OF_USERS = frozenset({"group", "team", "role", "org", "organization", "organisation", "workspace", "project"})
"""Words before ``User`` that say that it is somebody's place among others: ``WorkspaceUser``."""
_OF_LOGINS = frozenset({"auth", "user", "users", "login", "identity", "authentication", "registration"})
"""Words of files and folders about those who log in."""
_GATHERINGS = frozenset({
    "conversation", "room", "meeting", "family", "household", "trip", "party", "game", "call", "crew", "cast", "band", "list", "expense",
    "bill", "tour", "class", "course", "queue", "cluster", "faculty", "collection"
})  # fmt: skip
"""Words before ``Member`` that say of what somebody is one who needs no account for it."""
_ENDINGS = frozenset({"model", "table", "row", "obj", "object", "instance", "db", "entity", "record", "mixin", "id", "set", "orm", "query"})
_WHOSE = frozenset({"for", "of", "by", "belonging", "from", "with"})
"""Words behind which stands whose it is, or by what it is found."""
_ANYTHING = frozenset({"model", "item", "obj", "object", "instance", "entity", "row", "record"})
"""Names of variables that may hold any row: the class tells of which table."""
_VAGUE = frozenset({"content", "target", "existing", "entry", "found", "result", "data", "db_obj", "current"})
"""Names that say nothing: the function's tells, ``_handle_edit_user(content)``."""
_OF_CLASSES = frozenset({
    "view", "viewset", "api", "resource", "endpoint", "handler", "delete", "create", "add", "remove", "list", "detail", "update", "edit",
    "destroy", "revoke", "rest", "mixin", "controller", "page", "admin"
})  # fmt: skip
_NO_TABLES = ("Exception", "Error", "Response", "Form", "Serializer", "Schema", "Status", "Request")
"""How classes end that are no tables."""
_NEW = frozenset({"new", "build", "make"})
BEGINNING = frozenset({"create", "register", "signup", "add", "new", "init", "invite", "import", "provision"})
"""Words of functions that make somebody new."""


def kind_by_name(fn: Fn, name: str) -> str:
    """``token``, ``user``, ``role`` or ``""``: what a variable holds, where its name says little told by the function's."""
    if name in _ANYTHING:
        words = [word for word in split(fn.owner.name if fn.owner is not None else fn.name) if word not in _OF_CLASSES]
        if words[-1:] == ["account"] and _OF_LOGINS.isdisjoint(part for one in fn.module.parts for part in split(one)):
            return _only_kind(fn)  # that of a customer, as a rule
        return kind_of("_".join(words)) or _only_kind(fn)
    if name in _VAGUE:
        return kind_of(fn.name)
    if len(name) == 1:
        return _only_kind(fn)
    return kind_of("user" if name == "userobj" else name)


def _only_kind(fn: Fn) -> str:
    """The kind of the one table that a function asks: ``row = db.query(ApiKey).get(number)``."""
    tables = [name for name in _classes(fn) if not name.endswith(_NO_TABLES)]
    return kind_of(tables[0]) if len(tables) == 1 else ""


_ANSWERED = frozenset({"scalar_one_or_none", "scalar_one", "scalar", "scalars", "first", "one", "one_or_none", "unique", "fetchone"})
"""How a row is taken out of what a query was answered with."""
_MOST_ANSWERS = 3


def plain(fn: Fn, node: int) -> int:
    """The value behind names, marks and branches; of several the last."""
    for _ in range(8):
        node = bare(fn, node, ir.SET)
        record = fn.body.nodes[node]
        if record[0] != ir.UNION or not record[1]:
            break
        node = record[1][-1]
    return node


def asked_class(fn: Fn, node: int) -> int:
    """The class whose row a query gives, through the names that its answer stands in; -1 for none:
    ``found = await db.execute(select(ApiKey))``, ``row = found.scalar_one_or_none()``.
    """
    value = plain(fn, node)
    for _ in range(_MOST_ANSWERS):
        record = fn.body.nodes[value]
        if record[0] != ir.CALL or (at := first_class(fn, value, 12)) >= 0:
            return at if record[0] == ir.CALL else -1
        callee = fn.body.nodes[record[1]]
        while callee[0] == ir.CALL or (callee[0] == ir.ATTR and callee[2] in _ANSWERED and fn.body.nodes[callee[1]][0] == ir.CALL):
            callee = fn.body.nodes[callee[1]]
        if callee[0] != ir.ATTR or callee[2] not in _ANSWERED:
            return -1
        value = plain(fn, callee[1])
    return -1


def kind_of(name: str) -> str:
    """The kind of a table, by its name or its class's."""
    words = split(name)
    whose = next((at for at, word in enumerate(words) if at and word in _WHOSE), 0)
    words = words[:whose] if whose else words  # watches_belonging_to_user
    while words and words[-1] in _ENDINGS:
        words = words[:-1]
    if words and name[:1].isupper():  # class Users
        words = (*words[:-1], words[-1].removesuffix("s"))
    if not _OTHERS.isdisjoint(words):
        return ""
    if words[-1:] == ("account",) and not _OF_PROVIDERS.isdisjoint(words[:-1]):
        return ""  # somebody who is known comes by another provider too
    if words[-1:] == ("member",) and not OF_MEMBERS.isdisjoint(words[:-1]):
        return "role"  # somebody who is known is in a group
    if words[-1:] == ("user",) and not _OF_USERS.isdisjoint(words[-2:-1]):
        return "role"
    if words[-1:] == ("member",) and not (_OF_THINGS | _GATHERINGS).isdisjoint(words[:-1]):
        return ""
    if words[-1:] == ("group",) and not _OF_THINGS.isdisjoint(words[-2:-1]):
        return ""
    return KINDS.get(words[-2:], "") or KINDS.get(words[-1:], "")


def is_beside(words: tuple[str, ...]) -> bool:
    """Whether a name is of what is known of somebody, ``add_user_registration_info()``, or of their account at another server:
    ``add_user_google_account()``; and who has not said who it is, is nobody: ``create_anonymous_user()``."""
    return not _TOLD_OF.isdisjoint(words) or "anonymous" in words or ("account" in words and not _OF_PROVIDERS.isdisjoint(words))


def begins(name: str) -> bool:
    """Whether a function of that name may make somebody, or a token."""
    words = split(name)
    return not BEGINNING.isdisjoint(words) and not is_beside(words)


def makes_new(name: str) -> bool:
    """Whether a function of that name gives somebody who was not there before: ``adapter.new_user(request)``."""
    return not _NEW.isdisjoint(split(name)[:1]) and kind_of(name) == "user"


def is_of_others(fn: Fn, name: str) -> bool:
    """Whether a variable holds a row of another table, by the classes that its function names: ``group = AggregationGroup(...)``."""
    last = split(name)[-1:]
    own = {fn.owner.name} if fn.owner is not None and _is_a_class(fn.owner.name) else set()
    found = [one for one in _classes(fn) | own if split(one)[-1:] == last]
    return bool(found) and not any(map(kind_of, found))


def _classes(fn: Fn) -> frozenset[str]:
    """What a function names that is called as classes are, each once: every change in it asks for them."""
    if fn.classes is None:
        names = (str(node[1]).rpartition(".")[2] for node in fn.body.nodes if node[0] in (ir.GLOBAL, ir.IMPORT, ir.CLASS))
        fn.classes = frozenset(filter(_is_a_class, names))
    return fn.classes


def _is_a_class(name: str) -> bool:
    return name[:1].isupper() and not name.isupper()
