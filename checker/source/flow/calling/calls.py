"""Flows through calls: library calls by the vocabulary, the project's own functions by reading them, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow.calling.stdlib import Stdlib
from checker.source.flow.holding import rows
from checker.source.flow.holding.objects import TEXTS, hidden, is_exception, is_record, shown
from checker.source.flow.literal import plain, source
from checker.source.flow.origin import (
    CLEAN,
    HIDDEN_IN_REPR,
    MASKED,
    SHOWN_IN_REPR,
    UNKNOWN,
    Flow,
    Found,
    Place,
    behind,
    mark,
    merge,
    unmarked,
    weaker,
    without,
)
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Entity, Fn
from checker.source.names.meanings import VALIDATES
from checker.vocabulary import Passer, Sanitizer

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_CREDENTIAL_WORDS = frozenset({"token", "tokens", "oauth", "oauth2", "login", "signin", "credentials"})
_SENDS = frozenset({"post", "request", "fetch"})
"""Last words of functions that send a request; in a function about tokens the answer holds one."""
_ENCODES = frozenset({"dumps", "dump", "serialize", "stringify", "jsonify", "prettify", "pformat", "encode"})
"""First or last words of library functions that write their first argument in another form."""
PARTS_OF_ADDRESSES = frozenset(
    {"file", "path", "dir", "filename", "filepath", "host", "hostname", "port", "scheme", "protocol", "dialect", "driver"}
)
"""Last words of names for a part of an address that holds no password."""
_OF_FILES = frozenset({"sqlite", "sqlite3", "aiosqlite", "duckdb"})
"""Databases that are a file each, whose addresses log nobody in."""
_GIVES = frozenset(
    [
        "get",
        "fetch",
        "load",
        "read",
        "generate",
        "create",
        "make",
        "decrypt",
        "retrieve",
        "obtain",
        "ask",
        "prompt",
        "find",
        "new",
        "build",
        "resolve",
        "issue",
        "mint",
        "lookup",
        "query",
        "acquire",
        "request",
        "refresh",
        "extract",
        "parse",
    ]
)


_NEW_TYPES = frozenset({"typing.NewType", "typing_extensions.NewType"})
_OF = frozenset({"for", "of", "by", "from", "with"})
_SENT_APART = "one-time code"
"""What a person is sent, and no program is answered."""
_STORED = frozenset({"secret", "name", "value", "data", "body"})
"""Words of keywords by which a store is told what to keep: ``create_secret(Name=name, SecretString=content)``."""
_OBJECTS = frozenset({"request", "response", "result", "error", "exception", "command", "query", "event"})
"""Last words of classes that speak of a secret and are none."""
_RUNS = frozenset({"exec", "eval"})
_NO_NUMBERS = ("container", "url")
"""What no number is."""
_NUMBERS = frozenset({"int", "float", "bool", "UUID", "date", "datetime", "Decimal"})
"""What a call is asked to turn its result into, so that no text is left of it."""


_ON_CONDITION = re.compile(r"^(?:refresh|renew|rotate|update|ensure|revoke)_\w+_if_[a-z]+$")
"""Names of what gives back what it was given, and does something to a part of it where that is needed."""


class Calls:
    """The half of the follower that knows about calls."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.stdlib = Stdlib(follower)

    def flow(self, fn: Fn, index: int, node: Node) -> Flow:
        """What a call's result comes from."""
        if any(name == "type" and fn.body.nodes[value][0] == ir.GLOBAL and fn.body.nodes[value][1] in _NUMBERS for name, value in node[3]):
            return CLEAN  # request.args.get("page", type=int)
        flow = self._flow(fn, index, node)
        words = split(self.follower.text(fn, node[1]).rpartition(".")[2])
        part = bool(words) and words[-1] in PARTS_OF_ADDRESSES and "by" not in words  # get_parameters_by_path() gives no path
        if not _OF_FILES.isdisjoint(words) and all(item.category == "url" for item in flow.found):
            return CLEAN  # resolve_sqlite_address(config.connection_string) gives the path of a file
        if part and (flow.found or flow.refs):  # url_to_path() takes the password off
            return without(flow, ("url", "secret"))
        return flow

    def _flow(self, fn: Fn, index: int, node: Node) -> Flow:
        callee = node[1]
        place = self.follower.place(fn, node)
        if (made := self.follower.messages.made(fn, node, place) or self.follower.named_tuples.made(fn, node, place)) is not None:
            return made
        asked = fn.body.nodes[callee]
        if asked[0] == ir.ATTR and asked[2] in TEXTS and not node[2] and self.follower.text(fn, asked[1]) != "super()":
            return self.follower.flow(fn, asked[1])  # value.__str__()
        entity = self.names.entity(fn, callee)
        if entity is not None:
            if entity[0] == "lib":
                model = self.names.entity(fn, index) if entity[1].rpartition(".")[2] in VALIDATES else None
                if model is not None and model[0] == "inst":
                    return shown(self.follower, model[1], place, model[1].name)
                known = self._library_call(fn, index, node, entity[1], place)
                if known is not None:
                    return known
            elif entity[0] == "cls":
                return self._constructed(fn, node, entity, place)
            elif entity[0] == "made" and entity[1] in _NEW_TYPES:
                return merge(self.arguments(fn, node))  # Address = NewType("Address", str) gives what it is given
            elif entity[0] == "fn":
                return self._own(fn, index, node, entity[1], bool(entity[2]), place)
        return self._of_method(fn, index, node, place)

    def _of_method(self, fn: Fn, index: int, node: Node, place: Place) -> Flow:
        """What is given by a call of which nobody knows whose it is: a row of a table, a method's result, what its name tells."""
        if (row := rows.row(self.follower, fn, node, place)) is not None:
            return row
        if (written := self.follower.git_remotes.communicated(fn, node)) is not UNKNOWN:
            return written
        method = self.parsed(fn, index, "parse_args()", place) or self.follower.methods.flow(fn, node, place)
        if method is not None:
            return method
        if self.names.entity(fn, node[1]) is None:
            for target, bound in self.names.callees(fn, index):
                return self._own(fn, index, node, target, bound, place)
        either = self._one_of(fn, index, node, place)
        return either if either is not None else self.told_by_callee(fn, node, place)

    def _own(self, fn: Fn, index: int, node: Node, target: Fn, bound: bool, place: Place) -> Flow:
        flow = self.follower.functions.call(fn, index, node, target, bound, place)
        return self.follower.requests.answers.read(fn, node, place, flow)

    def _one_of(self, fn: Fn, index: int, node: Node, place: Place) -> Flow | None:
        """What one of several functions gives: ``(loads or json.loads)(body)``; ``None`` where none of them is known."""
        flows, record = list[Flow](), source(fn, node[1])
        for callee in record[1] if record[0] == ir.UNION else ():
            entity, call = self.names.entity(fn, callee), [node[0], callee, *node[2:]]
            if entity is not None and entity[0] == "fn":
                flows.append(self.follower.functions.call(fn, index, call, entity[1], bool(entity[2]), place))
            elif entity is not None and entity[0] == "lib" and (known := self._library_call(fn, index, call, entity[1], place)) is not None:
                flows.append(known)
        return merge(flows) if flows else None

    def arguments(self, fn: Fn, node: Node, which: tuple[str, ...] = ()) -> list[Flow]:
        """Flows of a call's arguments: all, or those at the positions and keywords named (``self`` is the receiver)."""
        flows = []
        for position, argument in enumerate(node[2]):
            if not which or str(position) in which:
                flows.append(self.follower.flow(fn, -1 - argument if argument < 0 else argument))
        for name, value in node[3]:
            if not which or name in which:
                flow = self.follower.flow(fn, value)
                flows.append(self.follower.by_name.named(fn, flow, name, name, self.at(fn, node), value) if not which and name else flow)
        if "self" in which and fn.body.nodes[node[1]][0] == ir.ATTR:
            flows.append(self.follower.flow(fn, fn.body.nodes[node[1]][1]))
        return flows

    def at(self, fn: Fn, node: Node) -> Place:
        """Where a call stands."""
        return self.follower.place(fn, node)

    def constant(self, fn: Fn, node: Node, position: int) -> Any:
        """The literal that a call is given at a position, ``None`` where it is given none."""
        if position < len(node[2]) and node[2][position] >= 0:
            record = fn.body.nodes[node[2][position]]
            if record[0] == ir.CONST:
                return record[1]
        return None

    def _library_call(self, fn: Fn, index: int, node: Node, dotted: str, place: Place) -> Flow | None:
        text = self.follower.text(fn, node[1])
        category = self.tables.functions.get(dotted)
        if category is not None:
            sure = Confidence.LOW if dotted.startswith("secrets.") else Confidence.HIGH  # random text is as often an id
            if category == "traceback" and (index in fn.head.staged or not _RUNS.isdisjoint(fn.head.called)):
                sure = Confidence.LOW  # asked for by a setting, or that of code which the client sent
            return Flow((Found(category, self._label_of(dotted, category), f"{text}()", sure, place),))
        known = self.stdlib.flow(fn, node, dotted, text, place) or self.parsed(fn, index, text, place)
        if known is None:
            known = self.follower.settings.told(fn, node, text, place)
        return known if known is not None else self._by_vocabulary(fn, node, dotted, text, place)

    def _by_vocabulary(self, fn: Fn, node: Node, dotted: str, text: str, place: Place) -> Flow | None:
        tables = self.tables
        sanitizer = tables.sanitizers.find(dotted)
        if sanitizer is not None:
            shows = tables.passers.find(dotted)  # repr() escapes line breaks, and is what hides the password of some addresses
            return mark(self.sanitized(fn, node, sanitizer), *([shows.mark] if shows is not None and shows.mark == "repr" else ()))
        known = self.follower.requests.known(fn, dotted, f"{text}()", place)
        if known is not None:
            return known
        if (printed := self.follower.printed.made(dotted, text, place)) is not None:
            return Flow((printed,))
        passer = tables.passers.find(dotted)
        if passer is not None:
            return self.passed(fn, node, passer)
        return merge(self.arguments(fn, node)) if is_exception(self.follower, ("lib", dotted)) else None

    def parsed(self, fn: Fn, index: int, text: str, place: Place) -> Flow | None:
        """``parser.parse_args()`` of a parser that takes a secret."""
        option = self.follower.members.option(fn, index)
        return Flow((Found("container", "the parsed arguments", text, Confidence.MEDIUM, place, "argv", option),)) if option else None

    @staticmethod
    def _label_of(dotted: str, category: str) -> str:
        default = "the traceback" if category == "traceback" else category
        last = dotted.rpartition(".")[2]
        return "password" if "pass" in last else "token" if "token" in last else default

    def sanitized(self, fn: Fn, node: Node, sanitizer: Sanitizer) -> Flow:
        """What is left of a call's arguments behind a sanitizer."""
        if "all" in sanitizer.removes:
            return CLEAN
        given, receiver = self.arguments(fn, node), self.arguments(fn, node, ("self",))
        told = [flow for flow in receiver if flow.found or flow.refs or not given]  # the module json tells nothing
        flow = behind(merge([*given, *told]), (*sanitizer.removes, *(_NO_NUMBERS if sanitizer.mark == "number" else ())))
        return mark(flow, MASKED, sanitizer.mark) if "secret" in sanitizer.removes else flow

    def passed(self, fn: Fn, node: Node, passer: Passer) -> Flow:
        """What goes through a library call that hands its arguments on."""
        flow = merge(self.arguments(fn, node, passer.arguments))
        if len(node[2]) + len(node[3]) > 1:  # str(data, "utf-8")
            flow = unmarked(flow, "bytes")
        if self.follower.text(fn, node[1]).endswith(".render"):  # a template writes what it names, and not all that it is given
            flow = weaker(flow, Confidence.LOW, "container")
        return mark(flow, passer.mark) if passer.mark else flow

    def _constructed(self, fn: Fn, node: Node, entity: Entity, place: Place) -> Flow:
        if is_exception(self.follower, entity):
            kept = self.follower.exceptions.texts(entity[1]) if entity[0] == "cls" else None
            return UNKNOWN if kept == set() else merge(self.arguments(fn, node, tuple(map(str, kept or ()))))
        cls: Cls = entity[1]
        if cls.name in self.tables.safe_types:
            return CLEAN
        flow = shown(self.follower, cls, place, cls.name)
        one_text = all(item.passed.isdisjoint((HIDDEN_IN_REPR, SHOWN_IN_REPR)) for item in flow.found)
        if (own := self.follower.constructed.text(fn, node, cls)) and one_text:  # what this call gives is surer than what all of them do
            return merge([*own, flow] if flow.found else own)
        if flow is UNKNOWN and ("dict" in self.names.mro(cls)[1] or self.names.is_text_class(cls)):
            return merge(self.arguments(fn, node))  # of which no method of its own gives the text
        if flow is not UNKNOWN or not is_record(self.follower, cls):
            return flow
        return self.follower.constructed.whole(fn, node, cls, hidden(self.follower, cls))

    def told_by_callee(self, fn: Fn, node: Node, place: Place) -> Flow:
        """What the name of an unknown function tells of its result: ``get_password()``."""
        text = self.follower.text(fn, node[1])
        name = text.rpartition(".")[2]
        lexicon = self.follower.lexicon
        if (given := self.follower.requests.answers.provided(fn, node, place)) is not None:
            return given
        entity = self.names.entity(fn, node[1])
        alias = fn.body.nodes[node[1]][0] in (ir.VAR, ir.GLOBAL, ir.IMPORT)
        if alias and entity is not None and entity[0] in ("lib", "fn") and lexicon.tell(name) is None:  # ``fetch = vault.get_password``
            name = entity[1].name if entity[0] == "fn" else entity[1].rpartition(".")[2]
        words = split(name)
        if lexicon.masks(name):
            return CLEAN
        if name[:1].isupper() and words[-1] in _OBJECTS:  # GetAccessKeyRequest(): an object that asks for one
            return UNKNOWN
        client = text.rpartition(".")[0].rpartition(".")[2].lower().lstrip("_")
        shows = not client.endswith(("requests", "httpx", "session", "client"))  # such answers show no more than their status
        if not _CREDENTIAL_WORDS.isdisjoint(split(fn.name)) and words and words[-1] in _SENDS and shows:
            return Flow((Found("container", "the response", f"{text}()", Confidence.MEDIUM, place, "response"),))
        if words and (words[0] in _ENCODES or words[-1] in _ENCODES) and node[2] and self.names.entity(fn, node[1]) is not None:
            return mark(self.follower.flow(fn, plain(node[2][0])), "json")
        if node[2] and _ON_CONDITION.search(name):  # integration = refresh_token_if_needed(integration)
            return UNKNOWN
        if len(words) > 1 and words[0] in _GIVES:
            told = next((at for at, word in enumerate(words) if word in _OF), len(words))  # get_metadata_for_secret()
            telling = lexicon.tell("_".join(words[:told])) if told < len(words) else lexicon.tell(name)
            asked = telling is not None and telling.label == _SENT_APART and words[0] == "request"  # the code itself comes by another way
            if telling is not None and telling.category == "secret" and not asked and not _stores(words, node):
                found = self.follower.by_name.told(fn, telling, f"{text}()", place)
                return Flow((replace(found, confidence=min(found.confidence, Confidence.MEDIUM)),))
        return UNKNOWN


def _stores(words: tuple[str, ...], node: Node) -> bool:
    """Whether a call puts a secret into a store, which answers where it stands."""
    return words == ("create", "secret") and any(not _STORED.isdisjoint(split(name or "")) for name, _ in node[3])
