"""What a value's members and uses tell of it: keys that are read of it, what a request is given it as, what a command line takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence import set_one_by_one
from checker.source.flow.evidence.read_later import ReadLater
from checker.source.flow.evidence.refusing_functions import refuses_password
from checker.source.flow.literal import source
from checker.source.flow.operands import mentions
from checker.source.flow.origin import Flow, Found, Place
from checker.source.index.marks import KIND, OPTION
from checker.source.lexicon import annotated
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Cls, Fn, Module
from checker.vocabulary import Container

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_BAGS = frozenset({"kwargs", "kw", "options", "opts", "params", "args", "request_kwargs", "req_kwargs"})
"""Names of what holds the arguments of a call."""
_BODIES = frozenset({"data", "json", "json_data", "payload", "post_data"})
"""Parameters by which what everything goes through is told what to send."""
_CLAIMS = frozenset({"aud", "sub", "iss", "exp", "iat", "nbf", "jti", "azp", "nonce", "email"})
"""Of OpenID Connect Core, section 2, and RFC 7519, section 4.1."""
_DECISION = frozenset({"allow", "allowed", "granted", "cache", "disclose", "scopes", "permissions", "roles", "grants"})
"""What is read of a decision: an ``authorization`` that was given, and is no header's."""
_SHARED = frozenset({"settings", "argv"})
"""Kinds of containers of which a module mostly has one."""
_COMMAND_OPTIONS = frozenset({"option", "argument", "password_option"})
"""Decorators of click and the like that give a command an option."""
_OWN = frozenset({"sys.argv", "sys.orig_argv"})
"""How the program itself was called."""
_PARSES = frozenset({"parse_args", "parse_known_args", "parse_intermixed_args"})
_SENT = {"headers": "headers", "cookies": "cookies", "data": "body", "json": "body", "body": "body"}
"""Keywords of requests, and what they are called as containers."""

_KEPT = frozenset({"data", "options"})
_ENDS = tuple(f".{name}" for name in sorted(_KEPT))
"""Attributes in which an object keeps what it was set up with."""
_OF_OBJECTS = frozenset((ir.ATTR, ir.SET))
"""What an item of an object's attribute is set in; what is set in a variable is its flow's."""
_ASKED = frozenset({"data", "json", "body"})
_QUERIES = frozenset({"query", "queries", "sql", "graphql", "gql", "aql", "jql", "promql", "cypher"})
"""Words of names for what is asked in a language of its own."""


class Members:
    """Evidence by what a value holds and is used for."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self.tables = follower.tables
        self.lexicon = follower.tables.lexicon
        self._read: dict[Module, dict[str, Telling]] = {}
        self._kinds: dict[Fn | Cls | None, dict[str, str]] = {}
        self._masks: dict[Fn, list[tuple[str, int, Telling]]] = {}
        self._later = ReadLater(follower)

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._read.clear()
        self._masks.clear()
        self._kinds.clear()

    def kept(self, fn: Fn, flow: Flow, text: str, place: Place, since: int = 0, value: int = -1) -> Flow:
        """A dict from which a secret is read elsewhere holds that secret where it is logged whole."""
        hidden = self._masked(fn, text, place)
        flow = self.unmasked(fn, flow, text, place)
        best: Found | None = None
        owners = (text, f"{text}.json") if any(item.kind == "response" for item in flow.found) else (text,)
        for head in (fn.head, *(siblings(fn) if text.startswith("self.") else self._namesakes(fn, text, since))):
            for member in head.members:
                if (
                    member.owner in owners
                    and (member.line >= since or head is not fn.head)
                    and (telling := self.lexicon.tell(member.name))
                    and telling.category in ("secret", "grave")
                    and telling.label not in hidden
                    and not (telling.label == "password" and head is fn.head and refuses_password(fn))
                    and not rebound(fn, text, place, member.line)
                    and not self._follower.by_name.other_names.is_switch(fn, f"{text}.{member.name}")
                ):
                    sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, telling))
                    if best is None or sure > best.confidence:
                        best = Found("container", f"`{text}`", text, sure, place, "members", telling.label)
        if best is None and text.startswith("self."):
            best = self._inherited(fn, text, place)
        if best is None and since == 0:
            best = self._read_elsewhere(fn, text, place)
        if best is not None and best.member in hidden:
            best = None
        if best is not None and not any(item.category == "container" and item.confidence > best.confidence for item in flow.found):
            return Flow((*(item for item in flow.found if item.category != "container"), best), flow.refs)
        if best is not None:
            return self._carried(fn, flow, text, place, since)
        told = any(item.category != "container" or item.kind not in _SHARED for item in flow.found)
        if not told and not flow.clean and (later := self._later.secret(fn, text, place)) is not None and later.member not in hidden:
            return self._needed(flow, later)
        if not flow.found and (not flow.clean or text.startswith("self.")) and (kind := self._kind(fn, text)):
            shown = self._follower.attributes.declared(fn, kind, place, text, empty=flow.clean)
            flow = replace(shown, refs=flow.refs) if shown.found else flow
        if (told_of := set_one_by_one.told(self._follower, fn, text)) is not None and told_of.label not in hidden:
            sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told_of))
            return self._needed(flow, Found("container", f"`{text}`", text, sure, place, "members", told_of.label))
        if (needed := self._follower.consumers.secret(fn, text, place, since, value)) is not None and needed[0] not in hidden:
            return self._needed(flow, Found("container", f"`{text}`", text, needed[1], place, "members", needed[0]))
        return self._carried(fn, flow, text, place, since)

    def _kind(self, fn: Fn, text: str) -> str:
        """What an annotation says of a name or of an object's own attribute where it was given its value; ``""`` where none does."""
        own = text.startswith("self.") and fn.owner is not None
        key = fn.owner if own else fn
        known = self._kinds.get(key)
        if known is None:
            heads = siblings(fn) if own else [fn.head]
            uses = (use for head in heads for use in head.uses if use.name.startswith(KIND))
            known = self._kinds[key] = {use.owner: use.name.removeprefix(KIND) for use in uses}
        return known.get(text, "")

    def unmasked(self, fn: Fn, flow: Flow, text: str, place: Place) -> Flow:
        """What is left of an object, or of its attribute, into which a mask was put: ``request.headers["Authorization"] = "***"``."""
        for masked in self._masked(fn, text, place).values():
            flow = self._follower.edits.less(flow, masked)
        return flow

    def _masked(self, fn: Fn, text: str, place: Place) -> dict[str, Telling]:
        """By label: the secrets in whose place an object's attribute, or an attribute of what it is, has masks by then:
        ``producer.data["password"] = "***"``.
        """
        masks = self._masks.get(fn)
        if masks is None:
            masks = self._masks[fn] = []
            for node in fn.body.nodes:
                told = self.lexicon.tell(node[2]) if node[0] == ir.SET and node[2] else None
                if told is not None and fn.body.nodes[node[1]][0] in _OF_OBJECTS and self._follower.edits.masks.is_mask(fn, node[3]):
                    masks.append((self._follower.text(fn, node[1]), node[4], told))
        return {told.label: told for owner, line, told in masks if line < place[1] and f"{owner}.".startswith(f"{text}.")} if masks else {}

    def _inherited(self, fn: Fn, text: str, place: Place) -> Found | None:
        """The secret that a method of a class above or below reads of the same attribute."""
        owner, names = fn.owner, self._follower.names
        if owner is None:
            return None
        for other in chain(names.mro(owner)[0][1:], names.below(owner)):
            names.reads.heads.add(other.module)
            for member in other.members.get(text, ()):
                told = self.lexicon.tell(member.name)
                if told is not None and told.category in ("secret", "grave") and not told.weak:
                    sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told))
                    return Found("container", f"`{text}`", text, sure, place, "members", told.label)
        return None

    def _read_elsewhere(self, fn: Fn, text: str, place: Place) -> Found | None:
        """The secret that the module reads of what a parameter's object keeps: of ``entry.data`` by ``self.entry.data[key]``."""
        owner, _, name = text.partition(".")
        if name not in _KEPT or owner not in fn.head.params:
            return None
        if not annotated.is_object(fn.head.annotations[fn.head.params.index(owner)]):
            return None
        known = self._read.get(fn.module)
        if known is None:
            known = self._read[fn.module] = {}
            for member in (member for other in fn.module.functions for member in other.head.members):
                told = self.lexicon.tell(member.name) if member.owner.endswith(_ENDS) else None
                if told is not None and told.category in ("secret", "grave") and not told.weak:
                    known.setdefault(member.owner.removeprefix("self."), told)
        told = known.get(text)
        if told is None:
            return None
        return Found(
            "container", f"`{text}`", text, min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told)), place, "members", told.label
        )

    @staticmethod
    def _needed(flow: Flow, needed: Found) -> Flow:
        """The flow with what a call shows to be in it, in the place of what is less sure."""
        kept = (item for item in flow.found if item.category != "container" or item.confidence > needed.confidence)
        return Flow((*kept, needed), flow.refs)

    def _namesakes(self, fn: Fn, text: str, since: int) -> list[ir.Function]:
        """The other functions of a module, where a parameter is called as what holds a program's settings is all over it."""
        container = self.tables.container_name(text) if since == 0 and text in fn.head.params else None
        if container is None or container.kind not in _SHARED or not container.alone or fn.head.params.index(text) == fn.head.vararg:
            return []
        others = [other for other in fn.module.taking(text) if other is not fn]
        return [other.head for other in others if container.kind != "argv" or self._are_of_one_run(fn, other)]

    def _are_of_one_run(self, fn: Fn, other: Fn) -> bool:
        """Whether two functions are given the same arguments of a command line: each of two commands is given its own."""
        if other.name in fn.head.called or fn.name in other.head.called:
            return True
        callers = self._follower.callers.callers
        return not {one for one, *_ in callers(fn)}.isdisjoint(one for one, *_ in callers(other))

    def _carried(self, fn: Fn, flow: Flow, text: str, place: Place, since: int) -> Flow:
        """Keyword arguments from which headers or an environment are read hold these where they are logged whole."""
        if text.rpartition(".")[2] not in _BAGS:
            return flow
        for member in fn.head.members:
            container = self.tables.container_name(member.name) if member.owner == text and member.line >= since else None
            if container is not None and container.kind in ("headers", "cookies", "environ"):
                found = Found("container", f"`{text}`", text, Confidence.MEDIUM, place, "members", container.label)
                return Flow((*(item for item in flow.found if item.category != "container"), found), flow.refs)
        return flow

    def sent_as(self, fn: Fn, text: str) -> Container | None:
        """The container that a value is, whatever its name, where a request is given it: ``post(url, headers=extra)``.

        What is called a query asks for something, and logs nobody in.
        """
        name = next((use.name for use in fn.head.uses if use.owner == text and use.name in _SENT), "")
        if not name and text in _BODIES and text in fn.head.params:
            by_name = self._follower.by_name
            name = "data" if by_name.wire.transports(fn) or by_name.wire.logs_wire(fn) else ""
        asks = name in _ASKED and not _QUERIES.isdisjoint(split(text.rpartition(".")[2]))
        return self.tables.container_name(_SENT[name]) if name and not asks else None

    def is_claims(self, fn: Fn, text: str) -> bool:
        """Whether claims are read of what is called a token, ``id_token["aud"]``, and no secret: then it was decoded and verified."""
        names = {member.name for member in fn.head.members if member.owner == text}
        told = (telling for name in names if (telling := self.lexicon.tell(name)) is not None)
        return not names.isdisjoint(_CLAIMS) and not any(telling.category == "secret" for telling in told)

    def is_decision(self, fn: Fn) -> bool:
        """Whether an ``authorization`` is what was decided: the module reads of one whether it allows something."""
        read = ((other, owner) for other in fn.module.functions for owner, key in read_keys(other) if key in _DECISION)
        return any(split(self._follower.text(other, owner))[-1:] == ("authorization",) for other, owner in read)

    def option(self, fn: Fn, value: int) -> str:
        """The secret that a command line can be given, where a value is what its parser made of it; ``""`` where that is not so."""
        record = source(fn, value)
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        if callee[0] != ir.ATTR or callee[2] not in _PARSES:
            return ""
        return self._parsed(fn.module)

    def called(self, fn: Fn, flow: Flow) -> Flow:
        """How the program was called, ``sys.argv``, with the secret that an option of the module's says it can be given there."""
        if not any(item.text in _OWN for item in flow.found) or not (option := self._parsed(fn.module) or self._commanded(fn.module)):
            return flow
        sure = (replace(item, confidence=Confidence.MEDIUM, member=option) if item.text in _OWN else item for item in flow.found)
        return replace(flow, found=tuple(sure))

    def _parsed(self, module: Module) -> str:
        """A secret that the module's parser takes from the command line."""
        names = (member.name for fn in module.functions for member in fn.head.members if member.owner == OPTION)
        return next((told.label for name in names if (told := self.lexicon.secret(name))), "")

    def _commanded(self, module: Module) -> str:
        """A secret that one of the module's commands of click takes from it."""
        names = (name for fn in module.functions for written in _options(self._follower, fn) for name in written)
        return next((told.label for name in names if (told := self.lexicon.secret(name))), "")

    def command(self, fn: Fn, place: Place, text: str = "") -> Found | None:
        """What ``**kwargs`` of a command holds that can be given a secret: ``@click.option("--password")``; or ``ctx.params``."""
        for written in _options(self._follower, fn):
            told = next((told for name in written if (told := self.lexicon.secret(name))), None)
            if told is not None and (text or not any(name in written for name in fn.head.params)):
                text = text or fn.head.params[fn.head.kwarg]
                return Found("container", "all options of the command", text, Confidence.HIGH, place, "arguments", told.label)
        return None


def _options(follower: Follower, fn: Fn) -> Iterator[list[str]]:
    """The names of each option with a text that a command of click takes."""
    parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
    for decorator in fn.head.decorators:
        record = parent.body.nodes[decorator]
        if record[0] == ir.CALL and follower.text(parent, record[1]).rpartition(".")[2] in _COMMAND_OPTIONS:
            given = (parent.body.nodes[argument] for argument in record[2] if argument >= 0)
            written = (one[1] for one in given if one[0] == ir.CONST and isinstance(one[1], str))
            names = (part.strip().lstrip("-") for one in written for part in one.split("/"))
            yield [name for name in names if not follower.by_name.other_names.is_switch(fn, name.replace("-", "_"))]


def rebound(fn: Fn, name: str, place: Place, until: int) -> bool:
    """Whether a name stands for something else by the line in which a key is read of it, ``answer = post(); answer["token"]``, or what
    it is an item of does.
    """
    nodes, owner = fn.body.nodes, name.partition("[")[0]
    again = [node[2] for node in nodes if node[0] == ir.VAR and node[1] == owner and place[1] < node[3] <= until]
    goes_on = mentions if owner == name else _is_given
    return any(nodes[value][0] == ir.CALL and (not goes_on(fn, value, owner) or _reads_body(fn, value)) for value in again)


def _is_given(fn: Fn, call: int, name: str) -> bool:
    """Whether a call is given what a name holds, whole, and not what was taken out of it."""
    given = [fn.body.nodes[value] for value in fn.body.nodes[call][2] if value >= 0]
    return any(one[:2] == [ir.VAR, name] or (one[0] == ir.PARAM and fn.head.params[one[1]] == name) for one in given)


def _reads_body(fn: Fn, value: int) -> bool:
    """``answer = answer.json()``: until then it is an object whose text shows no body."""
    _, callee, given, *_ = fn.body.nodes[value]
    method = fn.body.nodes[callee]
    return bool(method[0] == ir.ATTR and method[2] == "json" and not given)


def methods(fn: Fn) -> list[Fn]:
    """The methods of the class that a method belongs to."""
    owner = fn.owner
    return [fn.module.functions[index] for index in owner.record.methods.values()] if owner else []


def siblings(fn: Fn) -> list[ir.Function]:
    """What the methods of the class that a method belongs to are known for."""
    return [method.head for method in methods(fn)]


def given(fn: Fn) -> Iterator[str]:
    """Names of what a function is given, and of what an object of its class is made with: ``def __init__(self, board, pin)``."""
    yield from fn.head.params
    for method in methods(fn):
        if method.name == "__init__":
            yield from method.head.params


def read_keys(fn: Fn) -> Iterator[tuple[int, str]]:
    """Values and the keys that are read of them, ``answer["allow"]``, ``answer.get("allow")``."""
    for node in fn.body.nodes:
        owner, key = keyed(fn, node)
        if owner >= 0:
            yield owner, key


def keyed(fn: Fn, node: ir.Node) -> tuple[int, str]:
    """The value and the key that is read of it; -1 and ``""`` of any other expression."""
    nodes = fn.body.nodes
    if node[0] == ir.ITEM and isinstance(node[2], str):
        return int(node[1]), node[2]
    if node[0] == ir.CALL and node[2] and nodes[node[1]][0] == ir.ATTR and nodes[node[1]][2] == "get":
        key = nodes[node[2][0]] if node[2][0] >= 0 else [ir.OPAQUE]
        if key[0] == ir.CONST and isinstance(key[1], str):
            return int(nodes[node[1]][1]), key[1]
    return -1, ""
