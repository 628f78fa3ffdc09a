"""What the expression that gives a value calls it, where that is another thing than the value's own name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.evidence.pieces import is_beginning
from checker.source.flow.literal import bare, looked_up, source
from checker.source.index.left_out import SHORT_SECRETS
from checker.source.index.marks import SWITCH
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OTHER_THINGS = frozenset(
    {"file", "path", "filename", "filepath", "keyfile", "certfile", "dir", "directory", "folder", "name", "names", "serial", "number",
     "count", "type", "kind", "label", "field", "env", "var", "variable", "length", "size", "position", "index", "offset", "version", "pub",
     "public"}
)  # fmt: skip
"""Last words of what is no secret, whatever it is called afterwards."""
_KEY = "key"
_OTHER_KEYS = frozenset(
    {"public", "pub", "partition", "primary", "foreign", "sort", "cache", "object", "routing", "row", "lookup", "index"}
)
"""Words of names for keys by which something is found."""
_REFERENCES = frozenset({"ref", "refs", "reference", "href", "arn", "path", "file", "filename", "name", "id", "ids", "uuid"})
"""Last words of names for where a secret is kept, or which one it is, whatever it is called where it is handed to."""
_FOLDERS = frozenset({"cwd", "dir", "directory", "folder", "workdir"})
ONCE = frozenset({"ClientToken", "clientToken", "ClientRequestToken", "clientRequestToken", "RegistrationToken", "NextToken"})
"""Keywords of AWS under which a token makes a call idempotent or finds it again; what is kept under ``client_token`` is Vault's."""
_TRIMS = frozenset({"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "replace", "removeprefix", "removesuffix"})
_PARTS = frozenset({"split", "rsplit", "splitlines", "findall", "finditer"})
"""Methods that give the words of a text."""
_WRONG = frozenset({"invalid", "missing", "expired", "bad", "wrong", "unknown", "unsupported", "failed", "err", "error", "malformed"})
"""First words of constants that stand for what is wrong: ``errors.INVALID_TOKEN``."""
_TAKES = frozenset({"pop", "popleft"})
_MOST_STEPS = 4
_SEVERAL = 2
_THINGS = frozenset({"token", "tokens", "key", "keys"})
"""What a function's name can speak of in another sense than a variable's."""
_KEPT_BY_NAME = frozenset({"secret", "credentials", "secret key"})
"""Labels of what is kept by a name: as the key of a dict it is that name. Tokens are also what something is found by."""
_CONVERSIONS = frozenset({"to_string", "to_str", "as_string", "serialize", "to_json", "encode", "decode", "strip", "lower", "hex"})
"""Methods that give the same thing as text."""
_AGAIN = frozenset({"key", "keys"})
"""Last words of what is a secret as often as it is the name of one."""
_TOKENIZES = frozenset({"tokenizer", "vocab", "vocabulary", "detokenizer"})
"""Last words of what knows the words of a language model."""
_SIGNED = frozenset({"access", "auth", "api", "bearer", "bot", "hf", "hub", "huggingface", "jwt", "login", "oauth", "session", "user"})
"""Words of tokens that open something."""
_SHOWN = "public"
_NAMES_OF_PATHS = re.compile(r"^[\w.-]*/[\w./-]*$")
"""What stands between the parts of a place in a store: ``/data/``, ``secrets/``."""
_KEPT_IN_STORES = frozenset({"secret", "secret key", "credentials"})
"""Labels of what is found in a store at such a place."""
_NO_ADDRESSES = frozenset({"token", "JWT", "API key", "password", "one-time code", *_KEPT_BY_NAME})
"""Labels of what is no address, and may be called like where it is asked for."""
_FOLDER = re.compile(r"/\w[\w.-]*/")
"""A folder in the path of an address."""
_ADDRESS = re.compile(r"(?:https?|wss?)://")
_AS_GIVEN = frozenset({"arg", "param", "parameter", "text", "data", "json", "dict", "body", "result", "response", "payload"})
"""Last words of names for how a secret came: ``login(password=password_arg)``."""
_DESCRIBES = frozenset({"description", "descriptor"})
"""Last words of objects that say what a value is called and of what kind it is."""
_COUNTED = frozenset({"quota", "quotas", "limit", "limits", "count", "counts", "usage", "usages", "total", "totals", "stats", "statistics"})
"""Last words of mappings that say how many there are of what stands under a key."""
_WHICH = frozenset({"mode", "type", "kind", "method", "scheme", "strategy", "state", "status", "action", "provider", "backend"})
"""Last words of what says which one of several is meant."""
_NUMBERS = frozenset({"int", "len", "round", "float"})
_TOKENS = frozenset({"token", "tokens"})
_DEMANDED = frozenset({"required", "missing", "optional", "needed", "expected", "supported", "allowed", "unsupported", "unused"})
"""First words of what lists names: ``for credential in required_credentials``."""
_LACKING = frozenset({"missing", "unused", "unsupported"})
"""Words of functions that give the names of what is not there."""
_WITH_A_VERB = 3
"""Words of ``check_page_token``."""

_CHILDREN = (".children", ".tokens")
"""Ends of what a tree of syntax keeps its words in: ``token = node.children[0]``."""
_NONCES = frozenset({"nonce", "csp_nonce"})


class OtherNames:
    """Evidence against a name by another one."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def says(self, fn: Fn, node: int, telling: Telling) -> bool:
        """Whether the expression that gives the value calls it otherwise: ``dsn = device.serial_number``, ``key = row["key_file"]``."""
        if telling.label not in SHORT_SECRETS and is_beginning(fn, node):  # of which the cut itself tells what shows
            return True
        record = source(fn, node)
        if record[0] == ir.UNION:  # a page's token, once there is one
            given = [part for part in record[1] if not _is_nothing(fn, part)]
            return bool(given) and all(source(fn, part)[0] != ir.UNION and self.says(fn, part, telling) for part in given)
        if record[0] == ir.JOIN:
            if telling.label in _NO_ADDRESSES and _is_address(fn, record):
                return True
            if telling.label == "database URL" and _is_page(fn, record):
                return True
            if telling.label == "tokens" and self._is_sum(fn, record):
                return True
            return telling.label in _KEPT_IN_STORES and self._is_place(fn, record)
        if record[0] == ir.UNPACK and record[2] == 0:  # for secret, value in secrets.items()
            pair = fn.body.nodes[record[1]]
            over, _, method = self._follower.text(fn, pair[1]).rpartition(".") if pair[0] == ir.ELEM else ("", "", "")
            if telling.label in _TOKENS and pair[0] == ir.ELEM and self._follower.text(fn, bare(fn, pair[1])).endswith(".most_common()"):
                return True  # words that were counted
            return method == "items()" and (telling.label in _KEPT_BY_NAME or over.rpartition(".")[2].isupper())
        if record[0] == ir.ELEM and self._is_demanded(fn, record[1]):
            return True
        if telling.label == "token" and (words := _iterated(fn, record)) >= 0:  # for token in condition: a word of it
            name = self._follower.text(fn, words).removesuffix("()").rpartition(".")[2]
            return self._lexicon.tell(name) is None or _is_parted(fn, words)
        if telling.label == "token" and record[0] == ir.ITEM and self._follower.text(fn, record[1]).endswith(_CHILDREN):
            return True
        if record[0] == ir.PARAM and self.is_reference(fn.head.params[record[1]], telling):
            return True
        return self._is_called(fn, node, record, telling)

    def _is_demanded(self, fn: Fn, over: int) -> bool:
        """Whether what is gone through lists names: ``missing_credentials``, whatever was put into it in which branch."""
        parts = fn.body.nodes[over][1] if fn.body.nodes[over][0] == ir.UNION else (over,)
        return any(not _DEMANDED.isdisjoint(split(self._follower.text(fn, part).rpartition(".")[2])[:1]) for part in parts)

    def is_of_many_names(self, fn: Fn, text: str) -> bool:
        """Whether a value is kept under several names that tell nothing, each in its branch: that of any option of a command."""
        kept = {node[2] for node in fn.body.nodes if node[0] == ir.SET and node[2] and self._follower.text(fn, node[3]) == text}
        return sum(self._lexicon.tell(str(name)) is None for name in kept) >= _SEVERAL

    def _is_called(self, fn: Fn, node: int, record: ir.Node, telling: Telling) -> bool:
        own = record[2] if record[0] == ir.ATTR else looked_up(fn, node)
        called = record[0] == ir.CALL and not own
        if called and telling.label in _TOKENS and _callee(fn, record)[:1] == [ir.GLOBAL] and _callee(fn, record)[1] in _NUMBERS:
            return True  # token = int(client.incr(key))
        if called:
            owner, _, own = self._follower.text(fn, record[1]).rpartition(".")
            if not _LACKING.isdisjoint(split(own)):  # format_missing_credential(field)
                return True
            if _SHOWN in split(owner):  # key.public_master().wif()
                return True
            own = owner.rpartition(".")[2] if own in _CONVERSIONS else own
        words = split(own)
        if telling.label == "PIN" and words[:1] == ("pin",) and len(words) > 1 and self._lexicon.tell(own) is None:
            return True  # pin = settings.pin_thread
        if not words or own in ("get", "pop") or self._lexicon.tell(own) is not None:
            return False
        thing = telling.label.rpartition(" ")[2]
        same = thing in _THINGS and not {thing, thing.removesuffix("s")}.isdisjoint(words)
        if called:  # get_stream_token() gives a position, shared_stream_key() a name
            return same
        if same and "token" in words:  # page["NextContinuationToken"]
            return True
        if thing == _KEY and words[-1] == _KEY:  # api_key = os.environ["SHOP_KEY"], and not row["primary_key"]
            return not _OTHER_KEYS.isdisjoint(words)
        return self._is_another(words)

    def _is_place(self, fn: Fn, record: ir.Node) -> bool:
        """``f"{mount}/data/{path}"``, of which no part is a secret's"""
        parts = [fn.body.nodes[part] for part in record[1]]
        between = [part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str)]
        return (
            len(parts) > len(between)
            and any(map(_NAMES_OF_PATHS.match, between))
            and not any(part[0] != ir.CONST and self._follower.flow(fn, node).found for part, node in zip(parts, record[1], strict=True))
        )

    def _is_sum(self, fn: Fn, record: ir.Node) -> bool:
        """``session_tokens = self.input_tokens + self.output_tokens``: counts, which are no secrets by their own names."""
        names = [self._follower.text(fn, part).rpartition(".")[2] for part in record[1]]
        return len(names) > 1 and all(split(name)[-1:] == ("tokens",) and self._lexicon.tell(name) is None for name in names)

    def is_reference(self, name: str, told: Telling) -> bool:
        """Whether a name says where such a secret is kept, ``references["private_key"] = private_key_ref``, or is a folder's."""
        words = split(name)
        if words[-1:] and words[-1] in _FOLDERS:  # env["PWD"] = self.cwd
            return True
        if name in ONCE:
            return True
        kept = self._lexicon.tell("_".join(words[:-1])) if len(words) > 1 and words[-1] in _REFERENCES else None
        return kept is not None and kept.label == told.label

    def denies(self, name: str, given_as: str, told: Telling) -> bool:
        """Whether a value that is given to a call as a secret is none by its own name: ``connect(password=has_password)``."""
        public = name.replace("_", "").lower().startswith(("publickey", "pubkey"))  # ``Entry(credentials=publickey)``
        return (
            public or self.is_reference(name, told) or self.is_reference(given_as, told) or self.is_about(name) or self._is_with(name, told)
        )

    def _is_with(self, name: str, told: Telling) -> bool:
        """Whether a name has the secret's own word and is known to tell none: ``swap(token=token_symbol)``."""
        words = split(name)
        other = len(words) > 1 and words[-1] not in _AS_GIVEN and told.label.rpartition(" ")[2] in words
        return other and self._lexicon.tell(name) is None

    def is_sent(self, name: str, header: str, told: Telling) -> bool:
        """Whether a token's number is the token: a header is sent with it, ``{"X-Auth-Token": token_id}``."""
        kept = self._lexicon.tell(name.removesuffix("_id"))
        return "-" in header and name.endswith("_id") and kept is not None and kept.label == told.label

    def _is_another(self, words: tuple[str, ...]) -> bool:
        """Whether a name is that of another thing, or says something about a secret: ``project_id``, ``has_password``."""
        return words[-1] in _OTHER_THINGS or (len(words) > 1 and self._lexicon.harmless_around(words, 1, 1))

    def is_about(self, name: str) -> bool:
        """Whether a name says something about a secret, or of another thing: ``key_id``, ``token_hash``, ``has_password``, ``name``."""
        words = split(name)
        if not words or words[-1] in _AGAIN:
            return False
        return self._is_another(words)

    def is_switch(self, fn: Fn, text: str) -> bool:
        """Whether a value is an option that holds no text, ``args.token`` of ``add_argument("--token", action="store_true")``; or what a
        description says of where a value is found, ``entity_description.api_key``; how many there are of it; or what is wrong with it."""
        owner, _, name = text.rpartition(".")
        if not _DESCRIBES.isdisjoint(split(owner.rpartition(".")[2])[-1:]):
            return True
        if name.isupper() and ((owner and self._is_one_of_some(fn, text)) or not _WRONG.isdisjoint(split(name)[:1])):
            return True
        if ("[" in text and _is_counted_or_one_of_some(text)) or _is_cleaned(fn, text):
            return True
        container = self._follower.tables.container_name(owner.rpartition(".")[2]) if owner else None
        command = not owner and text in fn.head.params and bool(fn.head.decorators)
        if not command and (container is None or container.kind != "argv"):
            return False
        noted = (member for other in fn.module.functions for member in other.head.members)
        return any(member.owner == SWITCH and member.name.replace("-", "_") == name for member in noted)

    def _is_one_of_some(self, fn: Fn, text: str) -> bool:
        """Whether a constant of a class is compared with which one it is: ``self.auth_mode() == self.AUTH_USERPASS``."""
        for record in fn.body.nodes:
            if record[0] == ir.COND and record[1] in ("==", "!=") and len(record[2]) == 2:
                sides = [self._follower.text(fn, side) for side in record[2]]
                other = sides[1 - sides.index(text)] if text in sides else ""
                if not _WHICH.isdisjoint(split(other.removesuffix("()").rpartition(".")[2])[-1:]):
                    return True
        return False

    def is_of_another_kind(self, fn: Fn, text: str) -> bool:
        """Whether a function says of the bare token that it is given which one it takes, ``def check_page_token(token)``, or is given what
        takes a text apart into such: ``def encode(tokenizer, control_token)``."""
        if _SIGNED.isdisjoint(split(text)) and any(not _TOKENIZES.isdisjoint(split(name)[-1:]) for name in fn.head.params):
            return True
        words = split(fn.head.name.rpartition(".")[2])
        if text != "token" or text not in fn.head.params or words[-1:] != ("token",) or len(words) < _WITH_A_VERB:
            return False
        return self._lexicon.tell("_".join(words[1:])) is None

    def is_nonce(self, fn: Fn, text: str) -> bool:
        """Whether a token is kept as a nonce: ``g.nonce = token``; each page has one, and shows it."""
        return any(store.name in _NONCES and store.value >= 0 and self._follower.text(fn, store.value) == text for store in fn.head.stores)

    @staticmethod
    def is_of_error(fn: Fn, value: int) -> bool:
        """Whether a code is that of an error which was caught: ``error.code``."""
        record = source(fn, value)
        return bool(record[0] == ir.ATTR and source(fn, record[1])[0] == ir.CAUGHT)

    def is_pinning(self, fn: Fn) -> bool:
        """Whether a function speaks of what is pinned to something, ``def add(name, pin, pin_thread)``: there a pin is no number."""
        return any(
            words[0] == "pin" and len(words) > 1 and self._lexicon.tell(name) is None for name in fn.head.params if (words := split(name))
        )


def _is_counted_or_one_of_some(text: str) -> bool:
    """``quotas["encryption_keys"]``, ``IdentityType["USERPASS"]``"""
    owner, _, key = text.rpartition("[")
    kind = split(owner.rpartition(".")[2])[-1:]
    return not _COUNTED.isdisjoint(kind) or (key.isupper() and owner[:1].isupper() and not owner.isupper() and not _WHICH.isdisjoint(kind))


def _is_cleaned(fn: Fn, text: str) -> bool:
    """Whether it is what a receiver of Django's ``user_login_failed`` is given, in which passwords are masked:
    https://docs.djangoproject.com/en/5.2/ref/contrib/auth/#django.contrib.auth.signals.user_login_failed.
    """
    return text.partition("[")[0] == "credentials" and "sender" in fn.head.params and "credentials" in fn.head.params


def _is_address(fn: Fn, joined: ir.Node) -> bool:
    """``f"https://{host}/token"``: where one is asked for; what its parts are called says whether one is in it."""
    first = fn.body.nodes[joined[1][0]] if joined[1] else [ir.OPAQUE]
    return first[0] == ir.CONST and isinstance(first[1], str) and _ADDRESS.match(first[1]) is not None


def _is_page(fn: Fn, joined: ir.Node) -> bool:
    """``f"{base}/cache/{name}.png"``: of a web server; behind a database's address stands no more than its name."""
    behind = (fn.body.nodes[part] for part in joined[1][1:])
    return any(part[0] == ir.CONST and isinstance(part[1], str) and _FOLDER.match(part[1]) is not None for part in behind)


def _is_nothing(fn: Fn, node: int) -> bool:
    """``token = None``, ``token = ""``"""
    record = source(fn, node)
    return record[0] == ir.CONST and not record[1]


def _iterated(fn: Fn, record: ir.Node) -> int:
    """What a value is one of, perhaps cut to the word itself: ``for at, token in enumerate(words)``, ``token.strip()``; -1 for none."""
    record = _trimmed(fn, record)
    callee = _callee(fn, record)
    if callee[0] == ir.ATTR and callee[2] in _TAKES and _is_parted(fn, callee[1]):
        return int(callee[1])
    if record[0] == ir.UNPACK and record[2] == 1 and (pair := fn.body.nodes[record[1]])[0] == ir.ELEM:
        counted = source(fn, pair[1])
        return int(counted[2][0]) if _callee(fn, counted)[:2] == [ir.GLOBAL, "enumerate"] and counted[2] else -1
    if record[0] == ir.ITEM and isinstance(record[2], int) and record[2] < 0:  # words[at]
        return int(record[1]) if _is_parted(fn, record[1]) else -1
    return int(record[1]) if record[0] == ir.ELEM else -1


def _is_parted(fn: Fn, over: int) -> bool:
    """Whether something goes over the words of a text: ``text.split(",")``, ``[word.strip() for word in text.split(",")]``."""
    record = source(fn, over)
    if record[0] == ir.COMP:
        one = _trimmed(fn, source(fn, record[1]))
        record = source(fn, one[1]) if one[0] == ir.ELEM else one
    callee = _callee(fn, record)
    return callee[0] == ir.ATTR and callee[2] in _PARTS


def _trimmed(fn: Fn, record: ir.Node) -> ir.Node:
    """What ``token.strip().lower()`` is made of."""
    for _ in range(_MOST_STEPS):
        callee = _callee(fn, record)
        if callee[0] != ir.ATTR or callee[2] not in _TRIMS:
            break
        record = source(fn, callee[1])
    return record


def _callee(fn: Fn, record: ir.Node) -> ir.Node:
    """What is called where a value is a call's result."""
    return fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
