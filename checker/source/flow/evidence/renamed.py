"""What the name says that a value is given: that it is a piece which opens nothing, or only what a secret is called."""

from __future__ import annotations

from msgspec.structs import replace

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, Flow, Found
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_CARRY_PEOPLE = frozenset({"cookie", "session cookie", "authorization header"})
_PERSONS = frozenset({("user", "name"), ("user", "id"), ("login", "name")})
"""What is read of a cookie or a header that says who somebody is, and is called so."""
_CARRY_CLAIMS = frozenset({"token", "JWT"})
_CUTS = frozenset({"split", "rsplit", "partition", "rpartition"})
"""Methods that cut a text: ``org_id = api_key.split(":")[1]``."""
_PARTS = frozenset({"schema", "protocol", "scheme", "host", "hostname", "port", "region", "database", "server", "domain", "tenant"})
"""Last words of names for a piece of an address, or of a connection's text, that logs nobody in."""
_FORMS = frozenset({"value", "text", "str", "name"})
"""What may stand behind them."""
_SETTINGS = _PARTS | {"url", "uri", "endpoint", "base"}
"""Last words of names for a setting that is no secret, whatever type it is kept in."""
_OF_A_TYPE = ".get_secret_value()"
"""End of what takes a setting out of a type that hides its text."""
_OF_A_SECTION = ("['credentials']", "('credentials')")
"""Ends of what is read of a section, of an option that is not known."""
_OPENS = frozenset({"secret", "url"})
_CHARACTERS = frozenset({"c", "ch", "char", "character"})
"""Names of one character of a text."""
_WHO = ("access", "key")
"""Of a pair with a secret key it says who asks."""
_AT_LEAST = 2
_PARTIAL = "partial"
"""Mark of what some characters were cut off from."""


def renamed(fn: Fn, name: str, value: int, flow: Flow) -> Flow:
    """The flow of a value that gets a name: what are called claims stand in a token, which is no more there."""
    words = split(name)
    if words[-1:] == ("id",) and value >= 0 and _is_piece(fn, value):  # service_id = api_key[:36]
        return CLEAN
    if name in _CHARACTERS and value >= 0 and source(fn, value)[0] == ir.ELEM:  # for c in password
        refs = tuple(replace(ref, removed=ref.removed | _OPENS) for ref in flow.refs)
        return Flow(tuple(item for item in flow.found if item.category not in _OPENS), refs, flow.clean)
    if words[-1:] == ("id",):  # self._key_id = first_ten(api_key)
        flow = Flow(tuple(item for item in flow.found if item.category != "secret" or _PARTIAL not in item.passed), flow.refs, flow.clean)
    if words[-1:] == ("username",) or words[-2:] in _PERSONS:  # username = json.loads(cookie)[0]
        refs = tuple(replace(ref, removed=ref.removed | {"secret"}) for ref in flow.refs)
        return Flow(tuple(item for item in flow.found if item.label not in _CARRY_PEOPLE and item.kind != "response"), refs, flow.clean)
    if words[-1:] == ("pk",):  # token_pk = request.POST["_token"]: a row's number
        refs = tuple(replace(ref, removed=ref.removed | {"secret"}) for ref in flow.refs)
        return Flow(tuple(item for item in flow.found if item.category != "secret"), refs, flow.clean)
    if words[-1:] == ("name",) and len(words) >= _AT_LEAST:  # secret_name = config["secret"]
        return Flow(tuple(item for item in flow.found if not _is_called(item, words)), flow.refs, flow.clean)
    if (flow.found or flow.refs) and (part := _part(words)):  # current_schema = connection[start:end]
        piece = value >= 0 and part in _PARTS and _is_piece(fn, value)
        left = (item for item in flow.found if not (_is_setting(item, part) or (piece and item.category in _OPENS)))
        refs = tuple(replace(ref, removed=ref.removed | _OPENS) for ref in flow.refs) if piece else flow.refs
        flow = Flow(tuple(left), refs, flow.clean)
    if words[-2:] == _WHO and fn.module.speaks_of(_opens, "secret key"):  # self.access_key = api_key
        flow = Flow(tuple(item for item in flow.found if item.label != "API key"), flow.refs, flow.clean)
    if words[-1:] != ("claims",):
        return flow
    return Flow(tuple(item for item in flow.found if item.label not in _CARRY_CLAIMS), flow.refs, flow.clean)


def _part(words: tuple[str, ...]) -> str:
    """The word of a name that says which setting, or which part of an address, it is; ``""`` for none."""
    last = words[-2:-1] if words[-1:] and words[-1] in _FORMS else words[-1:]
    return last[0] if last and last[0] in _SETTINGS else ""


def _opens(name: str) -> bool:
    return split(name)[-2:] == ("secret", "key")


def _is_setting(item: Found, part: str) -> bool:
    """Whether a value is a secret by its type alone, which every setting of a model may have, ``self.value_of(model.base_url)``, or by
    the section that it stands in: ``config.get("Credentials", option)``."""
    by_section = part in _PARTS and item.label == "credentials" and item.text.lower().endswith(_OF_A_SECTION)
    return item.category == "secret" and (by_section or (item.label == "secret" and item.text.endswith(_OF_A_TYPE)))


def _is_piece(fn: Fn, value: int) -> bool:
    """Whether a value is cut out of a text."""
    record = source(fn, value)
    if record[0] == ir.SLICE:
        return True
    if record[0] not in (ir.ITEM, ir.UNPACK):
        return False
    cut = source(fn, record[1])
    callee = fn.body.nodes[cut[1]] if cut[0] == ir.CALL else cut
    return cut[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _CUTS


def _is_called(item: Found, words: tuple[str, ...]) -> bool:
    """Whether a name says of just such a secret, that nothing but its own name tells, that it is what the secret is called."""
    return item.category == "secret" and item.label.rpartition(" ")[2] in words[:-1] and not item.crossed and len(item.hops) <= 1
