"""What is left of a collection's evidence in one of its parts: an item, one of several values, the keys."""

from __future__ import annotations

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import ONE
from checker.source.flow.evidence.presented import UNUSED
from checker.source.flow.literal import looked_up, source
from checker.source.flow.origin import Flow, Found, Place
from checker.source.lexicon.tables import Tables
from checker.source.lexicon.words import Lexicon, split
from checker.source.names.elements import Fn

_KEYED = frozenset({"headers", "cookies", "session", "environ", "settings", "members", "variables", "arguments"})
"""Containers whose iteration gives their keys only."""
_TOLD = frozenset({"secret", "grave", "personal", "url"})
"""Categories that a name can tell."""
DECRYPTED = "decrypted"
"""The kind of what AWS' parameter store answered, and the keys below which the value stands."""
_DECRYPTED = frozenset({"Parameter", "Parameters", "Value"})
_OF_A_VAULT = {
    "data": (".read_secret_version()", ".read_secret()", ".access_secret_version()"), "payload": (".access_secret_version()",),
    "AuthenticationResult": (".initiate_auth()", ".admin_initiate_auth()", ".respond_to_auth_challenge()"),
}  # fmt: skip
"""By a part in which the secret stands, the calls that answer so: HashiCorp's ``["data"]["data"]``, Google's ``.payload.data``, Cognito's
``["AuthenticationResult"]``."""
KEEPING = _DECRYPTED | _OF_A_VAULT.keys()
"""Keys under which a secret can still be; see `keeps`."""
_SESSIONS = frozenset({("session",), ("sessionid",), ("sid",), ("sess",), ("session", "id"), ("session", "key"), ("remember", "me")})
"""Last words of what a cookie is called whose holder is logged in."""
_ADDRESSES = frozenset({"url", "uri", "dsn"})
"""Keys of addresses: the section that they stand in says whose."""
_LABELS = frozenset(
    {"errors", "error", "messages", "labels", "fields", "names", "schema", "schemas", "types", "columns", "texts", "widgets", "validators",
     "choices", "descriptions", "keys", "patterns", "properties", "annotations", "translations", "placeholders", "titles", "counts", "alg",
     "algs", "algorithm", "algorithms", "reasons", "hints", "headings", "captions"}
)  # fmt: skip
"""Last words of collections whose items are labels, messages and the like, not values."""
BODIES = (".body", ".data", ".json", "get_json", "recv")
"""What a client sends as a structure: items of it may be lists, dicts and numbers, and are mostly checked on the way."""


_SENT = frozenset({"path", "raw_path", "query_string", "headers", "subprotocols", "path_params"})
"""What of an ASGI connection's scope a client says: https://asgi.readthedocs.io/en/latest/specs/www.html#http-connection-scope."""


def breaks_no_line(owner: str, key: str) -> bool:
    """Whether an item holds no line break of a client's: a header of WSGI's, or what a server or a middleware put into a scope."""
    return owner in ("environ", "META") or (owner == "scope" and key not in _SENT)


def keeps(item: Found, key: str | int | None) -> bool:
    """Whether a secret is still in what stands under a key."""
    told = _OF_A_VAULT.get(key, ()) if isinstance(key, str) else ()
    return (item.kind == DECRYPTED and key in _DECRYPTED) or item.text.endswith(told)


def holds_labels(tables: Tables, name: str) -> bool:
    """Whether a mapping has labels and the like under its keys; connection properties are what somebody connects with."""
    return not _LABELS.isdisjoint(split(name)[-1:]) and tables.container_name(name) is None


def logged_in(flow: Flow, key: str | int | None, text: str, place: Place) -> list[Found]:
    """The cookie by which a server knows who is logged in, if that is what a key takes out of some; a theme's is not."""
    words = split(key) if isinstance(key, str) else ()
    if not (words[-1:] in _SESSIONS or words[-2:] in _SESSIONS):
        return []
    cookies = [item for item in flow.found if item.kind == "cookies" and item.confidence > Confidence.LOW]
    return [Found("secret", "session cookie", text, Confidence.MEDIUM, place) for _ in cookies[:1]]


_KNOWN_PARTS = ("FILES", "headers", "cookies", "COOKIES", "META")
"""What the rule knows to hold no line break, in all its parts: Django takes what cannot be printed out of a file's name."""


def part_of(item: Found, text: str) -> Found:
    """An item of what comes from outside; of a body nobody knows whether it is text."""
    if any(part in item.text for part in _KNOWN_PARTS):
        text = item.text
    structure = frozenset({"structure"}) if any(word in item.text for word in BODIES) else frozenset()
    return replace(item, text=text, label=f"`{text}`", passed=item.passed | structure)


def one_by_one(flow: Flow) -> Flow:
    """What a loop takes out of a container, one by one, is only of headers, cookies and the environment sure to matter."""
    return replace(
        flow,
        found=tuple(
            replace(item, confidence=Confidence.LOW)
            if item.category == "container" and item.kind not in _KEYED and not (item.kind == "argv" and item.member)
            else replace(item, passed=item.passed | {ONE})
            if item.kind == "environ"
            else item
            for item in flow.found
        ),
    )


def neighbour(flow: Flow) -> Flow:
    """What one of several values unpacked together may hold: a secret is told by its own name."""
    found = tuple(item for item in flow.found if item.category not in _TOLD)
    return Flow(found, tuple(replace(ref, removed=ref.removed | _TOLD) for ref in flow.refs))


def described(fn: Fn, taken: Flow) -> Flow:
    """What a store tells of a secret, ``secret[id_key]``: seldom its value, whatever a record says of it."""
    low = (replace(item, confidence=Confidence.LOW, passed=item.passed - {UNUSED}) for item in taken.found)
    found = (weak if item.text == "secret" else item for item, weak in zip(taken.found, low, strict=True))
    refs = (replace(ref, removed=ref.removed | {"secret"}) if fn.head.params[ref.position] == "secret" else ref for ref in taken.refs)
    return Flow(tuple(found), tuple(refs), taken.clean)


def told_by(fn: Fn, taken: Flow, key: int) -> Flow:
    """An item of a parameter, which another parameter names: ``return settings[name]``."""
    record = source(fn, key) if key >= 0 else [ir.OPAQUE]
    if record[0] == ir.CHECKED:  # ``if key not in settings: raise``
        record = source(fn, record[1])
    if record[0] != ir.PARAM:
        return taken
    return replace(taken, refs=tuple(replace(ref, by=record[1]) if ref.key is None else ref for ref in taken.refs))


def keys_only(flow: Flow) -> Flow:
    """A flow of which only the keys of mappings go on."""
    if flow.clean:
        return flow
    refs = tuple(replace(ref, removed=ref.removed | {"container"}) for ref in flow.refs)
    kept = (item for item in flow.found if not item.text.endswith(_OF_A_VAULT["data"]))
    return Flow(tuple(item for item in kept if item.category != "container" or (item.kind != "event" and item.kind not in _KEYED)), refs)


def in_section(fn: Fn, owner: int, key: str) -> str:
    """What a key is called in whole: of ``config["database"]["url"]`` the database's."""
    section = looked_up(fn, owner) if key in _ADDRESSES else ""
    return f"{section}_{key}" if section else key


def in_object(fn: Fn, lexicon: Lexicon, owner: int, name: str) -> str:
    """The same of an attribute: of ``settings.database.url`` the database's, where that is one that begins with a login."""
    record = fn.body.nodes[owner] if name in _ADDRESSES else [ir.OPAQUE]
    whole = f"{record[2]}_{name}" if record[0] == ir.ATTR else name
    told = lexicon.tell(whole) if whole != name else None
    return whole if told is not None and told.category == "url" and not told.weak else name
