"""Flows through calls: library calls by the vocabulary, the project's own functions by reading them, in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.model import Confidence, Passer, Sanitizer, Source
from checker.source import ir
from checker.source.expressions import brace_conversions, is_mask
from checker.source.ir import Handler, Node
from checker.source.names import Cls, Entity, Fn
from checker.source.objects import excluded, is_exception, members
from checker.source.origin import CLEAN, UNKNOWN, Flow, Found, Place, hop, mark, merge, without
from checker.source.words import split

if TYPE_CHECKING:
    from checker.source.flow import Follower

_SETTERS = frozenset({"getenv", "env", "config", "get", "option", "getoption", "conf", "setting", "secret", "value", "environ", "variable", "var", "getvar"})
"""Last words of functions that look a setting up by its name."""
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
_ITEMS = frozenset({"get", "pop", "setdefault", "getlist", "get_all", "getfirst", "getone", "getall"})
_DUMPS = frozenset({"model_dump", "model_dump_json", "dict", "json", "asdict", "astuple", "copy", "model_copy", "_asdict", "to_dict"})
_TRANSFER = frozenset(
    {
        "requests",
        "httpx",
        "urllib",
        "urllib3",
        "aiohttp",
        "http",
        "subprocess",
        "psycopg2",
        "psycopg",
        "pymysql",
        "MySQLdb",
        "sqlalchemy",
        "pymongo",
        "redis",
        "asyncpg",
    }
)
"""Libraries whose exceptions repeat the address, command or connection string they were given."""
_ADDRESS_WORDS = frozenset(
    [
        "token",
        "oauth",
        "oauth2",
        "auth",
        "login",
        "signin",
        "authenticate",
        "credential",
        "credentials",
        "secret",
        "session",
        "password",
        "apikey",
    ]
)
_TYPED = frozenset(
    {
        "int",
        "float",
        "bool",
        "UUID",
        "Decimal",
        "date",
        "datetime",
        "IntEnum",
        "Enum",
        "Literal",
        "ObjectId",
        "UploadFile",
        "BackgroundTasks",
        "Session",
        "AsyncSession",
        "Depends",
    }
)
_MOST_SITES = 60


class Calls:
    """The half of the follower that knows about calls."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._arriving: dict[tuple[Fn, int], Flow] = {}
        self._callers: dict[Fn, list[tuple[Fn, int, bool]]] = {}
        self._by_name: dict[str, list[Fn]] | None = None
        self._decorated: dict[Fn, list[Fn]] | None = None
        self._returned: dict[Fn, Flow] = {}

    # -- one call, seen from its caller

    def flow(self, fn: Fn, index: int, node: Node) -> Flow:
        """What a call's result comes from."""
        callee = node[1]
        place = self.follower.place(fn, node)
        entity = self.names.entity(fn, callee)
        if entity is not None:
            if entity[0] == "lib":
                known = self._library_call(fn, index, node, entity[1], place)
                if known is not None:
                    return known
            elif entity[0] == "cls":
                return self._constructed(fn, node, entity, place)
            elif entity[0] == "fn":
                return self._project_call(fn, index, node, entity[1], bool(entity[2]), place)
        method = self._method_call(fn, node, place)
        if method is not None:
            return method
        if entity is None:
            for target, bound in self.names.callees(fn, index):
                return self._project_call(fn, index, node, target, bound, place)
        return self._told_by_callee(fn, node, place)

    def arguments(self, fn: Fn, node: Node, which: tuple[str, ...] = ()) -> list[Flow]:
        """Flows of a call's arguments: all, or those at the positions and keywords named (``self`` is the receiver)."""
        flows = []
        for position, argument in enumerate(node[2]):
            if not which or str(position) in which:
                flows.append(self.follower.flow(fn, -1 - argument if argument < 0 else argument))
        for name, value in node[3]:
            if not which or name in which:
                flow = self.follower.flow(fn, value)
                flows.append(self.follower.named(fn, flow, name, name, self._at(fn, node), value) if not which and name else flow)
        if "self" in which and fn.body.nodes[node[1]][0] == ir.ATTR:
            flows.append(self.follower.flow(fn, fn.body.nodes[node[1]][1]))
        return flows

    def _at(self, fn: Fn, node: Node) -> Place:
        return self.follower.place(fn, node)

    def _constant(self, fn: Fn, node: Node, position: int) -> Any:
        if position < len(node[2]) and node[2][position] >= 0:
            record = fn.body.nodes[node[2][position]]
            if record[0] == ir.CONST:
                return record[1]
        return None

    def _library_call(self, fn: Fn, index: int, node: Node, dotted: str, place: Place) -> Flow | None:
        tables = self.tables
        text = self.follower.text(fn, node[1])
        category = tables.functions.get(dotted)
        if category is not None:
            sure = Confidence.LOW if dotted.startswith("secrets.") else Confidence.HIGH  # random text is as often an id
            label = "the traceback" if category == "traceback" else "secret" if category == "secret" else category
            label = self._label_of(dotted, label)
            return Flow((Found(category, label, f"{text}()", sure, place),))
        if dotted == "getattr" and isinstance(key := self._constant(fn, node, 1), str):
            return self.follower.item(fn, node[2][0], key, f"{self.follower.text(fn, node[2][0])}.{key}", place)
        if dotted in ("re.sub", "re.subn", "regex.sub"):
            return self._substituted(fn, node, 0, 1, 2)
        if dotted == "filter" and len(node[2]) > 1 and self.follower.text(fn, _plain(node[2][0])).rpartition(".")[2] in ("isdigit", "isalnum", "isprintable", "isalpha"):
            return without(self.follower.flow(fn, _plain(node[2][1])), ("untrusted",))
        if dotted in ("sorted", "list", "set", "tuple", "frozenset", "iter", "reversed", "next", "min", "max", "enumerate") and node[2]:
            given = node[2][0]
            return self.follower.iterated(fn, -1 - given if given < 0 else given)
        told = self._told_by_key(fn, node, text, place)
        if told is not None:
            return told
        if dotted == "dict" and node[3]:
            return self._keywords(fn, node, place)
        if dotted == "vars" and node[2] and node[2][0] >= 0:
            owner = self.names.entity(fn, node[2][0])
            if owner and owner[0] == "inst":
                return members_or(
                    self.follower, owner[1], place, f"vars({self.follower.text(fn, node[2][0])})", self._everything(owner[1], place, text)
                )
        sanitizer = tables.sanitizers.find(dotted)
        if sanitizer is not None:
            return self._sanitized(fn, node, sanitizer)
        container = tables.containers.find(dotted)
        if container is not None:
            return Flow((self.follower.contained(container, f"{text}()", place),))
        source = tables.sources.find(dotted)
        if source is not None:
            return Flow((self._untrusted(source, f"{text}()", place),))
        passer = tables.passers.find(dotted)
        if passer is not None:
            return self._passed(fn, node, passer)
        if is_exception(self.follower, ("lib", dotted)):
            return merge(self.arguments(fn, node))
        return None

    def _told_by_key(self, fn: Fn, node: Node, text: str, place: Place) -> Flow | None:
        """``os.getenv("API_KEY")``, ``config("API_KEY")``, ``conf.get("core", "fernet_key")``: a setting's name tells its value."""
        last = split(text.rpartition(".")[2])
        if not last or last[-1] not in _SETTERS or last[0] in ("set", "has", "is", "del", "delete"):
            return None
        for position in (0, 1):
            key = self._constant(fn, node, position)
            if isinstance(key, str) and " " not in key and not self.follower.lexicon.hushed(split(key)):
                telling = self.follower.lexicon.tell(key)
                if telling is not None and (position == 0 or isinstance(self._constant(fn, node, 0), str)):
                    return Flow((self.follower.told(fn, telling, f"{text}({key!r})", place),))
        return None

    @staticmethod
    def _label_of(dotted: str, default: str) -> str:
        last = dotted.rpartition(".")[2]
        return "password" if "pass" in last else "token" if "token" in last else default

    def _everything(self, cls: Cls, place: Place, text: str) -> Flow:
        """All attributes of an instance, secret ones first."""
        for base in self.names.mro(cls)[0]:
            for name in base.attributes:
                telling = self.follower.lexicon.tell(name)
                if telling and telling.category in ("secret", "grave") and not telling.weak:
                    label = f"every attribute of `{cls.name}`"
                    return Flow((Found("container", label, text, Confidence.HIGH, place, "members", telling.label),))
        return UNKNOWN

    def _sanitized(self, fn: Fn, node: Node, sanitizer: Sanitizer) -> Flow:
        if "all" in sanitizer.removes:
            return CLEAN
        return without(merge([*self.arguments(fn, node), *self.arguments(fn, node, ("self",))]), sanitizer.removes)

    def _passed(self, fn: Fn, node: Node, passer: Passer) -> Flow:
        flow = merge(self.arguments(fn, node, passer.arguments))
        return mark(flow, passer.mark) if passer.mark else flow

    def _untrusted(self, source: Source, text: str, place: Place) -> Found:
        return Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, source.framework)

    def _keywords(self, fn: Fn, node: Node, place: Place) -> Flow:
        flows = [self.follower.flow(fn, argument) for argument in node[2] if argument >= 0]
        for name, value in node[3]:
            flow = self.follower.flow(fn, value)
            flows.append(self.follower.named(fn, flow, name, name, place, value) if name else flow)
        return merge(flows)

    def _substituted(self, fn: Fn, node: Node, pattern: int, replacement: int, subject: int) -> Flow:
        """``re.sub(pattern, replacement, subject)``: a mask, an escape, or neither."""
        if subject >= len(node[2]) or node[2][subject] < 0:
            return UNKNOWN
        flow = self.follower.flow(fn, node[2][subject])
        wanted, given = self._constant(fn, node, pattern), self._constant(fn, node, replacement)
        if is_mask(given) or (isinstance(wanted, str) and any(self.follower.lexicon.tell(word) for word in split(wanted))):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        if isinstance(wanted, str) and (
            r"\n" in wanted or "\n" in wanted or r"\r" in wanted or r"\x00" in wanted or "[^" in wanted or r"\s" in wanted
        ):
            return without(flow, ("untrusted",))
        return flow

    def _constructed(self, fn: Fn, node: Node, entity: Entity, place: Place) -> Flow:
        if is_exception(self.follower, entity):
            return merge(self.arguments(fn, node))
        cls: Cls = entity[1]
        if cls.name in self.tables.safe_types:
            return CLEAN
        from checker.source.objects import shown

        return shown(self.follower, cls, place, cls.name)

    # -- the project's own functions

    def _project_call(self, fn: Fn, index: int, node: Node, target: Fn, bound: bool, place: Place) -> Flow:
        lexicon = self.follower.lexicon
        if self.follower.safe_type(target.head.returns):
            return CLEAN
        declared = self._declared(target)
        if declared is not None:
            return self._sanitized(fn, node, declared)
        result = self.result(target)
        shows = any(not ref.passed.isdisjoint(("partial", "base64")) for ref in result.refs)
        if lexicon.masks(target.name) and not shows and self._really_masks(target):
            return CLEAN
        if result.clean:
            return CLEAN
        flows = [
            hop(Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found)), place, f"returned by `{target.name}()`")
        ]
        for ref in result.refs:
            given = self.given(fn, node, target, bound, ref.position)
            given = mark(without(given, ref.removed) if ref.removed else given, *ref.passed)
            given = hop(given, place, f"passed through `{target.name}()`")
            flows.append(Flow(tuple(item for item in given.found if item.category not in ref.removed), given.refs))
        flow = merge(flows)
        return flow if flow.found else merge([flow, self._told_by_callee(fn, node, place)])

    def _declared(self, target: Fn) -> Sanitizer | None:
        """The sanitizer that a project declares by any dotted ending of the function's name."""
        parts = [*target.module.parts, *target.head.name.split(".")]
        for start in range(len(parts) - 1):
            found = self.tables.sanitizers.find(".".join(parts[start:]))
            if found is not None:
                return found
        return None

    def computed(self, target: Fn, place: Place) -> Flow:
        """What a property gives, seen from outside."""
        result = self.result(target)
        return hop(Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found), (), result.clean), place, f"computed by `{target.name}`")

    def result(self, target: Fn) -> Flow:
        """What a function returns, in terms of its parameters."""
        known = self._returned.get(target)
        if known is None:
            self._returned[target] = UNKNOWN  # ends recursion
            body = target.body
            known = merge([self.follower.flow(target, value) for value in body.returns]) if body.returns else UNKNOWN
            self._returned[target] = known
        return known

    def returned_part(self, fn: Fn, call: int, position: int) -> Flow | None:
        """One item of a tuple that a project's function returns."""
        node = fn.body.nodes[call]
        if node[0] == ir.VAR:
            node = fn.body.nodes[node[2]]
        if node[0] != ir.CALL:
            return None
        entity = self.names.entity(fn, node[1])
        if entity is None or entity[0] != "fn":
            return None
        target: Fn = entity[1]
        flows = []
        for value in target.body.returns:
            record = target.body.nodes[value]
            if record[0] != ir.SEQ or position >= len(record[1]):
                return None
            flow = self.follower.flow(target, record[1][position])
            for ref in flow.refs:
                given = self.given(fn, node, target, bool(entity[2]), ref.position)
                flows.append(Flow(tuple(item for item in given.found if item.category not in ref.removed), given.refs))
            flows.append(Flow(flow.found, (), flow.clean))
        return merge(flows) if flows else None

    def _really_masks(self, target: Fn) -> bool:
        """Whether a function that calls itself a mask does something of the kind, read from its body."""
        for record in target.body.nodes:
            operation = record[0]
            if operation == ir.MASKIF or (operation == ir.CONST and is_mask(record[1])) or operation == ir.DROP:
                return True
            if operation == ir.SLICE and record[2] != "?":
                return True
            if operation == ir.COMP and record[2]:
                return True
        hashing = {
            "sub",
            "subn",
            "hexdigest",
            "digest",
            "replace",
            "translate",
            "pop",
            "_replace",
            "with_password",
            "render_as_string",
            "urlunparse",
            "urlunsplit",
            "geturl",
        }
        return any(name in hashing or self.follower.lexicon.masks(name) for name in target.head.called)

    def given(self, fn: Fn, node: Node, target: Fn, bound: bool, position: int) -> Flow:
        """What a call gives to one of the callee's parameters."""
        head = target.head
        shift = 1 if bound and target.is_method else 0
        if shift and position == 0:
            callee = fn.body.nodes[node[1]]
            return self.follower.flow(fn, callee[1]) if callee[0] == ir.ATTR else UNKNOWN
        flows = []
        name = head.params[position]
        if position == head.vararg:
            flows = [
                self.follower.flow(fn, abs(argument + 1) if argument < 0 else argument) for argument in node[2][head.positional - shift :]
            ]
            return merge(flows) if flows else CLEAN
        if position == head.kwarg:
            known = set(head.params)
            place = self._at(fn, node)
            for keyword, value in node[3]:
                flow = self.follower.flow(fn, value)
                if keyword not in known:
                    flows.append(self.follower.named(fn, flow, keyword, keyword, place, value) if keyword else flow)
            return merge(flows) if flows else CLEAN
        slot = position - shift
        if 0 <= slot < len(node[2]) and position < head.positional:
            argument = node[2][slot]
            if argument >= 0 and all(other >= 0 for other in node[2][:slot]):
                return self.follower.flow(fn, argument)
        for keyword, value in node[3]:
            if keyword == name:
                return self.follower.flow(fn, value)
        starred = [self.follower.flow(fn, abs(argument + 1)) for argument in node[2] if argument < 0]
        return merge(starred) if starred else CLEAN

    def cleans(self, fn: Fn, call: int, owner: int) -> bool:
        """Whether a call made for its effect hides the secrets of an argument in place."""
        node = fn.body.nodes[call]
        if node[0] != ir.CALL:
            return False
        name = self.follower.text(fn, node[1]).rpartition(".")[2]
        if self.follower.lexicon.masks(name):
            return True
        for target, bound in self.names.callees(fn, call):
            for position, argument in enumerate(node[2]):
                if argument == owner:
                    slot = position + (1 if bound and target.is_method else 0)
                    if slot < len(target.head.params) and self._hides(target, target.head.params[slot]):
                        return True
        return False

    def _hides(self, target: Fn, parameter: str) -> bool:
        final = target.body.final.get(parameter)
        if final is None:
            return False
        record = target.body.nodes[final]
        while record[0] in (ir.SET, ir.DROP):
            if record[0] == ir.DROP or is_mask(target.body.nodes[record[3]][1] if target.body.nodes[record[3]][0] == ir.CONST else None):
                return True
            record = target.body.nodes[record[1]]
        return False

    # -- methods of values whose class is not known

    def _method_call(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR:
            return None
        owner, name = callee[1], callee[2]
        tables = self.tables
        text = f"{self.follower.text(fn, node[1])}()"
        told = self._told_by_key(fn, node, text.removesuffix("()"), place) if len(node[2]) > 1 else None
        if told is not None and told.found[0].text.endswith(f"({self._constant(fn, node, 1)!r})"):
            return told
        if name in _ITEMS and node[2] and node[2][0] >= 0:
            record = fn.body.nodes[node[2][0]]
            key = record[1] if record[0] == ir.CONST and isinstance(record[1], str) else None
            return self.follower.item(fn, owner, key, f"{self.follower.text(fn, owner)}[{key!r}]" if key else text, place)
        told = self._told_by_key(fn, node, text.removesuffix("()"), place)
        if told is not None:
            return told
        if f"*.{name}" in tables.functions:
            label = self.follower.lexicon.tell(name) or self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
            return Flow((Found(tables.functions[f"*.{name}"], label.label if label else name.replace("_", " "), text, Confidence.HIGH, place),))
        if name in _DUMPS:
            dumped = self._dumped(fn, node, owner, text, place)
            if dumped is not None:
                return dumped
        if name in ("sub", "subn") and len(node[2]) >= 2:
            return self._pattern_sub(fn, node, owner)
        if name == "splitlines" or (name == "encode" and self._constant(fn, node, 0) in ("unicode_escape", "unicode-escape", "string_escape")):
            return without(self.follower.flow(fn, owner), ("untrusted",))
        if name == "replace" and len(node[2]) >= 2:
            return self._replaced(fn, node, owner)
        if name == "render_as_string" and any(keyword == "hide_password" and fn.body.nodes[value][1:] == [False] for keyword, value in node[3]):
            return Flow((Found("url", "URL with its password", text, Confidence.HIGH, place),))
        if name == "get_secret_value":
            label = self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
            return Flow((Found("secret", label.label if label else "secret", text, Confidence.HIGH, place),))
        for sanitizer in tables.sanitizers.methods.get(name, ()):
            return CLEAN if "all" in sanitizer.removes else without(self.follower.flow(fn, owner), sanitizer.removes)
        known = self.owned(fn, owner, name, text, place)
        if known is not None:
            return known
        for passer in tables.passers.methods.get(name, ()):
            which = passer.arguments or ("self", "0", "1", "2", "3")
            flow = merge(self.arguments(fn, node, which))
            if name in ("format", "format_map"):
                flow = self._formatted(fn, node, owner)
            return mark(flow, passer.mark) if passer.mark else flow
        for source in tables.sources.methods.get(name, ()):
            if not source.imports or not fn.module.tops.isdisjoint(source.imports) or (name.startswith("recv") and "socket" in fn.module.tops):
                return Flow((self._untrusted(source, text, place),))
        return None

    def _formatted(self, fn: Fn, node: Node, owner: int) -> Flow:
        """``template.format(...)``: each argument as its field shows it."""
        template = fn.body.nodes[owner]
        text = template[1] if template[0] == ir.CONST and isinstance(template[1], str) else ""
        fields = brace_conversions(text)
        kinds: dict[str, str] = {name.partition(".")[0].partition("[")[0] or str(number): kind for number, (name, kind) in enumerate(fields)}
        flows = [self.follower.flow(fn, owner)]
        given = [(str(position), _plain(argument)) for position, argument in enumerate(node[2])] + [(name, value) for name, value in node[3]]
        for name, value in given:
            flow = self.follower.flow(fn, value)
            if name and not name.isdigit():
                flow = self.follower.named(fn, flow, name, name, self._at(fn, node), value)
            kind = kinds.get(name, "")
            if kind != "d":
                flows.append(mark(flow, "repr") if kind == "r" else flow)
        flow = merge(flows)
        return self.follower.address(text, flow)

    def _dumped(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        entity = self.names.entity(fn, owner)
        if entity is None or entity[0] != "inst":
            return None
        gone: set[str] = set(excluded(self.follower, fn, entity[1]))
        for name, value in node[3]:
            if name in ("exclude", "include"):
                record = fn.body.nodes[value]
                if name == "include":
                    return CLEAN
                gone.update(
                    fn.body.nodes[item][1] for item in (record[1] if record[0] == ir.SEQ else ()) if fn.body.nodes[item][0] == ir.CONST
                )
                gone.update(key for key in (record[1] if record[0] == ir.DICT else ()) if key)
        flow = members(self.follower, entity[1], place, text)
        hidden = {told.label for name in gone if name and (told := self.follower.lexicon.tell(name))}
        found = tuple(item for item in flow.found if item.member not in hidden)
        return Flow(found) if found else CLEAN if flow.found else None

    def _pattern_sub(self, fn: Fn, node: Node, owner: int) -> Flow:
        given = self._constant(fn, node, 0)
        flow = self.follower.flow(fn, node[2][1]) if node[2][1] >= 0 else UNKNOWN
        name = self.follower.text(fn, owner)
        telling = any(self.follower.lexicon.tell(part) for part in name.split("."))
        if is_mask(given) or telling or self.follower.lexicon.masks(name.rpartition(".")[2]):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        return without(flow, ("untrusted",))

    def _replaced(self, fn: Fn, node: Node, owner: int) -> Flow:
        flow = self.follower.flow(fn, owner)
        old, new = self._constant(fn, node, 0), self._constant(fn, node, 1)
        if is_mask(new):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        if isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\r" in old) and not ("\n" in new or "\r" in new):
            return without(flow, ("untrusted",))
        removed = self.follower.flow(fn, node[2][0]) if node[2][0] >= 0 else UNKNOWN
        if new is not None and any(item.category == "secret" for item in removed.found):
            return without(flow, ("secret", "url", "container"))
        return flow

    def _told_by_callee(self, fn: Fn, node: Node, place: Place) -> Flow:
        text = self.follower.text(fn, node[1])
        name = text.rpartition(".")[2]
        words = split(name)
        lexicon = self.follower.lexicon
        if lexicon.masks(name):
            return CLEAN
        if len(words) > 1 and words[0] in _GIVES:
            telling = lexicon.tell(name)
            if telling is not None and telling.category == "secret":
                found = self.follower.told(fn, telling, f"{text}()", place)
                return Flow((replace(found, confidence=min(found.confidence, Confidence.MEDIUM)),))
        return UNKNOWN

    # -- names that a library or a framework gives

    def library(self, fn: Fn, dotted: str, name: str, place: Place) -> Flow:
        """A free name that nothing in the project binds."""
        known = self.known(dotted, name, place)
        if known is not None:
            return known
        if name.isupper() or dotted == name:
            return self.follower.named(fn, UNKNOWN, name, name, place)
        return UNKNOWN

    def known(self, dotted: str, text: str, place: Place) -> Flow | None:
        """A library object that the vocabulary knows as a container or as untrusted."""
        found = []
        container = self.tables.containers.find(dotted)
        if container is not None:
            found.append(self.follower.contained(container, text, place))
        source = self.tables.sources.find(dotted)
        if source is not None:
            found.append(self._untrusted(source, text, place))
        if not found and dotted in self.tables.functions:
            return UNKNOWN
        return Flow(tuple(found)) if found else None

    def owned(self, fn: Fn, owner: int, name: str, text: str, place: Place) -> Flow | None:
        """``request.headers`` and the like, by the owner's name or type."""
        patterns = self.tables.owned.get(name)
        sources = self.tables.request_attributes.get(name)
        if not patterns and not sources:
            return None
        source_text = self.follower.text(fn, owner).removesuffix("()").rpartition(".")[2]
        entity = self.names.entity(fn, owner)
        kind = ""
        if entity is not None:
            kind = (
                entity[1].name
                if entity[0] in ("inst", "cls")
                else str(entity[1]).rpartition(".")[2]
                if entity[0] in ("lib", "made")
                else ""
            )
        if entity and entity[0] == "mod":
            return None
        found = []
        for pattern, container in patterns or ():
            if pattern == source_text or (kind and pattern == kind) or pattern == "*":
                if container.kind == "response":
                    sure = Confidence.MEDIUM if not self.follower.words(fn).isdisjoint(_ADDRESS_WORDS) else Confidence.LOW
                    found.append(self.follower.contained(container, text, place, sure))
                else:
                    found.append(self.follower.contained(container, text, place))
                break
        if sources and self._is_request(fn, owner, source_text, kind):
            found.append(self._untrusted(sources[0], text, place))
        return Flow(tuple(found)) if found else None

    def _is_request(self, fn: Fn, owner: int, text: str, kind: str) -> bool:
        if kind in {name.rpartition(".")[2] for name in self.tables.request_types}:
            return True
        if text not in self.tables.request_parameters:
            return False
        middleware = fn.owner is not None and any("get_response" in fn.module.functions[index].head.params for index in fn.owner.record.methods.values())
        return middleware or not fn.module.tops.isdisjoint(self.tables.server_modules)

    def handler_input(self, fn: Fn, position: int) -> str:
        """The framework where a parameter is filled from the request, ``""`` where it is not."""
        head = fn.head
        if not head.decorators or head.parent < 0 or (position == 0 and fn.is_method):
            return ""
        annotation = head.annotations[position]
        first = annotation.split()[0].rpartition(".")[2] if annotation else ""
        if (
            head.params[position] in self.tables.request_parameters
            or first in _TYPED
            or (first and first[0].isupper() and first not in ("Optional", "Annotated", "List", "Union"))
        ):
            return ""
        parent = fn.module.functions[head.parent]
        for decorator in head.decorators:
            record = parent.body.nodes[decorator]
            if record[0] != ir.CALL:
                continue
            callee = parent.body.nodes[record[1]]
            if callee[0] != ir.ATTR:
                continue
            for source in self.tables.handler_decorators.methods.get(callee[2], ()):
                if fn.module.tops.isdisjoint(source.imports or self.tables.server_modules):
                    continue
                route = self._constant(parent, record, 0)
                if not isinstance(route, str) or _filled(route, head.params[position], source.framework):
                    return source.framework
        return ""

    # -- exceptions

    def caught(self, fn: Fn, handler: Handler) -> tuple[list[tuple[Fn, int]], Flow]:
        """The raises that a handler may catch, and what a library's exception repeats of its arguments."""
        sites = [(fn, index) for index in range(*handler.raises)]
        flows = []
        for call in fn.body.calls[handler.calls[0] : handler.calls[1]]:
            for target, _ in self.names.callees(fn, call):
                sites.extend(self.raised(target))
            flows.append(self._repeated(fn, call))
        matching = [site for site in dict.fromkeys(sites) if self._matches(fn, handler.types, site)]
        return matching[:_MOST_SITES], merge(flows) if flows else UNKNOWN

    def raised(self, fn: Fn, depth: int = 0) -> list[tuple[Fn, int]]:
        """Every raise that may leave a function, through at most three calls."""
        if fn.raised is None:
            fn.raised = []
            sites = [(fn, index) for index in range(len(fn.body.raises))]
            if depth < 3:
                for call in fn.body.calls:
                    for target, _ in self.names.callees(fn, call):
                        sites.extend(self.raised(target, depth + 1))
            fn.raised = list(dict.fromkeys(sites))[:_MOST_SITES]
        return list(fn.raised)

    def _matches(self, fn: Fn, types: list[str], site: tuple[Fn, int]) -> bool:
        if not types or any(name.rpartition(".")[2] in ("Exception", "BaseException", "?") for name in types):
            return True
        where, index = site
        record = where.body.nodes[where.body.raises[index].value]
        callee = record[1] if record[0] == ir.CALL else where.body.raises[index].value
        entity = self.names.entity(where, callee)
        if entity is None:
            return False
        wanted = [self.names.lookup(fn, name) for name in types]
        mine: list[Any] = [entity[1]]
        if entity[0] in ("cls", "inst"):
            classes, libraries = self.names.mro(entity[1])
            mine = [*classes, *libraries]
        return any(item is not None and item[1] in mine for item in wanted)

    def _repeated(self, fn: Fn, call: int) -> Flow:
        node = fn.body.nodes[call]
        entity = self.names.entity(fn, node[1])
        if entity is None or entity[0] != "lib" or entity[1].partition(".")[0] not in _TRANSFER:
            return UNKNOWN
        flow = merge(self.arguments(fn, node, ("0", "1", "url", "params", "args", "cmd", "dsn")))
        return mark(Flow(tuple(item for item in flow.found if item.category in ("secret", "grave", "url")), flow.refs), "exception")

    # -- a function's parameters, seen from its callers

    def arriving(self, fn: Fn, position: int, depth: int = 0) -> Flow:
        """Everything that the project's calls give to a parameter, through at most six callers."""
        key = (fn, position)
        known = self._arriving.get(key)
        if known is not None:
            return known
        self._arriving[key] = UNKNOWN  # ends recursion
        flows = list(self._by_decorator(fn, position))
        for caller, call, bound in self.callers(fn):
            if caller.module.facts.test and not fn.module.facts.test:
                continue
            node = caller.body.nodes[call]
            flow = self.given(caller, node, fn, bound, position)
            found = list(flow.found)
            if depth < 6:
                for ref in flow.refs:
                    above = self.arriving(caller, ref.position, depth + 1)
                    found += [replace(item, passed=item.passed | ref.passed) for item in above.found if item.category not in ref.removed]
            flows.append(
                hop(
                    Flow(tuple(replace(item, crossed=item.crossed + 1) for item in found)),
                    self._at(caller, node),
                    f"passed to `{fn.name}()`",
                )
            )
        result = merge(flows)
        self._arriving[key] = Flow(result.found)
        return self._arriving[key]

    def callers(self, fn: Fn) -> list[tuple[Fn, int, bool]]:
        """Every call of the project that may run the function."""
        known = self._callers.get(fn)
        if known is None:
            known = self._callers[fn] = list(self._find_callers(fn))
        return known

    def _find_callers(self, fn: Fn) -> Iterator[tuple[Fn, int, bool]]:
        name = fn.name
        if name in ("__init__", "__post_init__", "__new__") and fn.owner is not None:
            name = fn.owner.name
        if self._by_name is None:
            self._by_name = {}
            for module in self.names.modules:
                for function in module.functions:
                    for called in function.head.called:
                        self._by_name.setdefault(called, []).append(function)
        candidates = self._by_name.get(name, ())
        if len(candidates) > 300:
            candidates = [caller for caller in candidates if caller.module is fn.module]
        for caller in candidates:
            nodes = caller.body.nodes
            for call in caller.body.calls:
                callee = nodes[nodes[call][1]]
                last = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.VAR) else name
                if last == name or callee[0] in (ir.IMPORT, ir.LAMBDA, ir.CLASS):
                    for target, bound in self.names.callees(caller, call):
                        if target is fn:
                            yield caller, call, bound

    def _by_decorator(self, fn: Fn, position: int) -> Iterator[Flow]:
        """A wrapper's ``*args`` and ``**kwargs`` hold what the decorated functions are called with."""
        if fn.head.parent <= 0 or position not in (fn.head.vararg, fn.head.kwarg):
            return
        if self._decorated is None:
            self._decorated = {}
            for module in self.names.modules:
                if module.facts.test:
                    continue
                for function in module.functions[1:]:
                    parent = module.functions[function.head.parent]
                    for decorator in function.head.decorators:
                        record = parent.body.nodes[decorator]
                        entity = self.names.entity(parent, record[1] if record[0] == ir.CALL else decorator)
                        if entity and entity[0] == "fn":
                            self._decorated.setdefault(entity[1], []).append(function)
        enclosing = fn.module.functions[fn.head.parent]
        outer = fn.module.functions[enclosing.head.parent] if enclosing.head.parent > 0 else enclosing
        for factory in dict.fromkeys((enclosing, outer)):
            for function in self._decorated.get(factory, ()):
                for name in function.head.params:
                    telling = self.follower.lexicon.tell(name)
                    if telling and telling.category in ("secret", "grave") and not telling.weak:
                        place = (function.module.path, function.head.line, 0)
                        label = f"every argument of the functions that `{factory.name}` decorates"
                        hops = ((*place, f"`{function.name}()` is decorated and takes `{name}`"),)
                        yield Flow(
                            (
                                Found(
                                    "container",
                                    label,
                                    fn.head.params[position],
                                    Confidence.HIGH,
                                    place,
                                    "arguments",
                                    telling.label,
                                    hops,
                                    crossed=1,
                                ),
                            )
                        )


def _filled(route: str, name: str, framework: str) -> bool:
    """Whether a route's pattern gives a parameter free text: ``<name>``, ``<path:name>``, ``{name}``, or FastAPI's query."""
    found = re.search(rf"[<{{](?:(?P<converter>\w+)(?:\([^)]*\))?:)?{re.escape(name)}(?::(?P<suffix>\w+))?[>}}]", route)
    if found is None:
        return framework in ("fastapi", "starlette", "ninja")
    return (found["converter"] or found["suffix"] or "string") in ("string", "path", "str", "default", "slug")


def _plain(argument: int) -> int:
    return -1 - argument if argument < 0 else argument


def members_or(follower: Follower, cls: Cls, place: Place, text: str, otherwise: Flow) -> Flow:
    """The class's secret fields, else something else."""
    flow = members(follower, cls, place, text)
    return flow if flow.found else otherwise
