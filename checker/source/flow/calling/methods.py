"""Methods of values whose class is not known: formatting, masking, dumping, looking up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.calling.other_parts import with_parts, with_query
from checker.source.flow.entitled import around_each, entitled
from checker.source.flow.filled import SIGNS, formatted
from checker.source.flow.holding.keyed import is_keyed
from checker.source.flow.holding.objects import excluded, members
from checker.source.flow.holding.parts import DECRYPTED, keys_only, told_by
from checker.source.flow.listed import is_listed
from checker.source.flow.literal import bare, plain, source
from checker.source.flow.origin import CLEAN, UNKNOWN, Flow, Found, Place, behind, mark, merge, unmarked, weaker, without
from checker.source.flow.texts import beginning
from checker.source.index.templates import brace_conversions, numbered
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LISTENING = frozenset({"listen", "serve", "serve_forever", "accept", "start_server", "create_server", "bind", "bind_to_random_port"})
_ITEMS = frozenset({"get", "pop", "setdefault", "getlist", "get_all", "getfirst", "getone", "getall", "findtext"})
_DUMPS = frozenset({"model_dump", "model_dump_json", "dict", "json", "asdict", "astuple", "copy", "model_copy", "_asdict", "to_dict"})
_SENDS = frozenset({"post", "get", "json", "form"})
_SENT_WITH = frozenset({"url", "uri", "data", "json", "headers", "params", "request_data", "timeout"})
"""Keywords by which a request is sent, and none is read."""
_COPIED = frozenset({"copy", "model_copy"})
_OF_LOGINS = "the token endpoint's response"
"""The label of what a login is answered."""
_PARAMETERS = frozenset({"get_parameter", "get_parameters", "get_parameters_by_path"})
_OF_NAMES = frozenset({"headers", "cookies", "environ"})
"""Containers that are mappings by what they are called."""
_RAW = frozenset({"recv", "recvfrom", "recvmsg", "sock_recv"})
"""Methods of sockets that give bytes, whose text is their ``repr()``."""
_TEXT_SOCKETS = frozenset({"websocket", "websockets", "aiohttp", "wsproto", "picows", "simple_websocket", "starlette", "fastapi", "quart"})
"""Libraries whose sockets give text."""
_WEB_SOCKETS = frozenset({"ws", "websocket", "socket"})
"""Words of names for the connection to a server that sends over the web."""
_GLIMPSE = 100
"""Bytes of a body that say what kind it is, and little more."""


class Methods:
    """Methods of values whose class is not known: formatting, masking, dumping, looking up."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._special: dict[str, Callable[[Fn, Node, int, str, Place], Flow | None]] = {
            **dict.fromkeys(_ITEMS, self._looked_up), **dict.fromkeys(_DUMPS, self._dumped),
            "sub": self._pattern_sub, "subn": self._pattern_sub, "replace": self._replaced, "splitlines": self._one_line,
            "split": self._words, "join": self._joined, "value": self._held, "reveal": self._held,
            "load": follower.forms.loaded, "items": self._section, "result": follower.elsewhere.result, "map": follower.elsewhere.mapped,
            "encode": self._encoded, "decode": self._decoded, "parse": self._decoded,
            "render_as_string": self._rendered, "get_secret_value": self._revealed,
            **dict.fromkeys(_PARAMETERS, self._decrypted),
            "substitute": self._substituted, "safe_substitute": self._substituted,
            "_replace": partial(with_parts, follower), "with_query": partial(with_query, follower),
            "format": self._formatted, "format_map": self._formatted,
        }  # fmt: skip

    def flow(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        """What a method call gives, by its name and its receiver; ``None`` where the name tells nothing."""
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR:
            return None
        owner, name = callee[1], callee[2]
        text = f"{self.follower.text(fn, node[1])}()"
        told = self.follower.calls.told_by_key(fn, node, text.removesuffix("()"), place)
        if told is not None and (name not in _ITEMS or told.found[0].text.endswith(f"({self.follower.calls.constant(fn, node, 1)!r})")):
            return told
        special = self._special.get(name)
        known = special(fn, node, owner, text, place) if special is not None else None
        return known if known is not None else self._by_vocabulary(fn, node, owner, name, text, place)

    def _by_vocabulary(self, fn: Fn, node: Node, owner: int, name: str, text: str, place: Place) -> Flow | None:
        tables = self.tables
        if f"*.{name}" in tables.functions:
            told = self.follower.lexicon.tell(name) or self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
            label = told.label if told else name.replace("_", " ")
            return Flow((Found(tables.functions[f"*.{name}"], label, text, Confidence.HIGH, place),))
        for container in tables.containers.methods.get(name, ()):
            if container.confidence == "high":  # to_dict() and its kind are passers, and tell nothing of the receiver
                return Flow((self.follower.by_name.contained(container, text, place),))
        for sanitizer in tables.sanitizers.methods.get(name, ()):
            return CLEAN if "all" in sanitizer.removes else behind(self.follower.flow(fn, owner), sanitizer.removes)
        sends = name in _SENDS and any(keyword in _SENT_WITH for keyword, _ in node[3])  # ``request.post(url=...)`` of a client
        known = self.follower.requests.owned(fn, owner, name, text, place) if not sends else None
        if known is not None:
            return known
        for passer in tables.passers.methods.get(name, ()):
            flows = self.follower.calls.arguments(fn, node, passer.arguments or ("self",))
            flow = merge(flows if passer.arguments else [*flows, *self.follower.calls.arguments(fn, node)])
            flow = unmarked(flow, "bytes") if name == "decode" else flow
            limit = self.follower.calls.constant(fn, node, 0) if name == "read" else None
            if isinstance(limit, int) and 0 < limit <= _GLIMPSE:
                flow = weaker(flow, Confidence.LOW)
            return mark(flow, passer.mark) if passer.mark else flow
        for origin in tables.sources.methods.get(name, ()):
            imported = not origin.imports or not fn.module.tops.isdisjoint((*origin.imports, "socket"))
            if imported and (not name.startswith("recv") or self._listens(fn)) and not self._is_answered(fn, text):
                made = self.follower.requests.untrusted(origin, text, place)
                raw = name == "sock_recv" or (name in _RAW and fn.module.tops.isdisjoint(_TEXT_SOCKETS))
                return Flow((replace(made, passed=frozenset({"bytes"})) if raw else made,))
        return None

    @staticmethod
    def _listens(fn: Fn) -> bool:
        """Whether the module waits for clients: what a server answers to one's own request is not a client's."""
        return any(not _LISTENING.isdisjoint(other.head.called) for other in fn.module.functions)

    @staticmethod
    def _is_answered(fn: Fn, text: str) -> bool:
        """Whether what is received is a server's answer: the library `websocket` knows no clients."""
        owner = text.partition("(")[0].rpartition(".")[0]
        return "websocket" in fn.module.tops and not _WEB_SOCKETS.isdisjoint(split(owner or fn.head.name))

    def _looked_up(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``owner.get(key)``"""
        if not node[2] or node[2][0] < 0:
            return self.follower.requests.answers.provided(fn, node, place) if not node[2] else None
        key = self.follower.mappings.key(fn, node[2][0])
        if isinstance(key, str) and self.follower.calls.is_section(fn, node, key):
            key = self.follower.calls.constant(fn, node, 1)
        if key is None and (each := self.follower.each.taken(fn, owner, node[2][0], place)) is not None:
            return each
        flow = self.follower.mappings.item(fn, owner, key, f"{self.follower.text(fn, owner)}[{key!r}]" if key else text, place)
        flow = flow if key is not None else told_by(fn, flow, node[2][0])
        default = fn.body.nodes[node[2][1]] if len(node[2]) > 1 and node[2][1] >= 0 else (ir.OPAQUE,)
        return mark(flow, "repr") if default[0] in (ir.SEQ, ir.DICT) else flow

    def _section(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``parser.items("database")``: of a mapping nobody asks for a part in this way."""
        return self.follower.each.section(fn, owner, text, place) if len(node[2]) == 1 and not node[3] else None

    def _decoded(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``json_decoder.decode(body)``: what a decoder makes of its argument."""
        decodes = self.follower.text(fn, owner).lower().rpartition(".")[2].endswith(("decoder", "json", "parser"))
        return self.follower.flow(fn, plain(node[2][0])) if decodes and node[2] else None

    def _held(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``SETTING.value()``"""
        flow = self.follower.flow(fn, owner)
        return flow if not node[2] and any(item.category in ("secret", "url") for item in flow.found) else None

    def _one_line(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        return without(self.follower.flow(fn, owner), ("untrusted",))

    def _joined(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``", ".join(headers)`` joins the names."""
        if len(node[2]) != 1 or node[2][0] < 0:
            return None
        record = source(fn, node[2][0])
        named = record[0] == ir.ATTR or tuple(record[:2]) == (ir.PARAM, fn.head.kwarg) or is_keyed(self.follower.names, fn, node[2][0])
        given = self.follower.mappings.iterated(fn, node[2][0]) if named else self.follower.flow(fn, node[2][0])
        whole = self.follower.text(fn, node[2][0])
        read = any(item.kind == "members" and (record[0] == ir.PARAM or item.text == whole) for item in given.found)
        called = any(item.kind in _OF_NAMES and item.text == whole and not item.member for item in given.found)
        given = keys_only(given) if read or called else given  # of which a key is read, so that it is a mapping
        if record[0] == ir.COMP and record[2] and fn.body.nodes[owner][1:] == [""] and fn.body.nodes[bare(fn, record[1])][0] == ir.ELEM:
            given = without(given, ("untrusted",))  # the characters that pass a test: ``"".join(c for c in text if c.isprintable())``
        return mark(merge([self.follower.flow(fn, owner), given]), "format")

    def _words(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        parts = not (node[2] or node[3]) or self.follower.calls.constant(fn, node, 0) == "\n"  # text.split() parts there, too
        return self._one_line(fn, node, owner, text, place) if parts else None

    def _encoded(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        if self.follower.calls.constant(fn, node, 0) in ("unicode_escape", "unicode-escape", "string_escape"):
            return without(self.follower.flow(fn, owner), ("untrusted",))
        return None

    def _rendered(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """SQLAlchemy's ``url.render_as_string(hide_password=False)``"""
        if any(keyword == "hide_password" and fn.body.nodes[value][1:] == [False] for keyword, value in node[3]):
            return Flow((Found("url", "URL with its password", text, Confidence.HIGH, place),))
        return CLEAN if all(fn.body.nodes[value][0] == ir.CONST for _, value in node[3]) else None

    def _revealed(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``SecretStr.get_secret_value()``"""
        told = self.follower.lexicon.tell(self.follower.text(fn, owner).rpartition(".")[2])
        return Flow((Found("secret", told.label if told else "secret", text, Confidence.HIGH, place),))

    def _decrypted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``ssm.get_parameter(Name=name, WithDecryption=True)``: what AWS keeps encrypted."""
        asked = any(name == "WithDecryption" and fn.body.nodes[value][1:] == [True] for name, value in node[3])
        return Flow((Found("secret", "decrypted parameter", text, Confidence.HIGH, place, DECRYPTED),)) if asked else None

    def _formatted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``template.format(...)``: each argument as its field shows it."""
        template = fn.body.nodes[owner]
        literal = template[1] if template[0] == ir.CONST and isinstance(template[1], str) else ""
        if literal and "{" not in literal:  # a field was forgotten
            return self.follower.flow(fn, owner)
        fields = numbered(brace_conversions(literal or self.follower.mappings.literal(fn, owner) or ""))
        keys = [name.partition(".")[0].partition("[")[0] or str(number) for number, (name, _) in enumerate(fields)]
        kinds: dict[str, str] = dict(zip(keys, (kind for _, kind in fields), strict=True))
        said = dict(zip(keys, around_each(literal), strict=False))
        flows = [self.follower.flow(fn, owner)]
        given = [(str(position), plain(argument)) for position, argument in enumerate(node[2])] + [(name, value) for name, value in node[3]]
        if fn.body.nodes[node[1]][2] == "format_map":
            given = [("", value) for _, value in given]
        speaks = any(sign in literal for sign in SIGNS)
        options = self.follower.commands.behind(formatted(fn.body.nodes, node) or []) if speaks else {}
        for name, value in given:
            if not name:  # template.format(**settings): what the text asks for, not the whole mapping
                flows += self._asked_for(fn, value, [field for field, _ in fields], self.follower.calls.at(fn, node))
                continue
            parts = [field for field, _ in fields if "." in field and field.partition(".")[0] == name]
            if parts and not any(field.partition("[")[0] == name for field, _ in fields):
                flows += [self.follower.attributes.in_template(fn, value, field, self.follower.calls.at(fn, node)) for field in parts]
                continue
            flow = self.follower.flow(fn, value)
            flow = self.follower.commands.named(fn, value, flow, options[value]) if value in options else flow
            if not name.isdigit():
                flow = self.follower.by_name.named(fn, flow, name, name, self.follower.calls.at(fn, node), value)
            flow = entitled(flow, self.follower.text(fn, value), said.get(name, ("", "")))
            kind = "r" if is_listed(self.follower.names, fn, value) else kinds.get(name, "")
            if kind != "d":
                flows.append(mark(flow, "repr") if kind == "r" else beginning(flow) if kind == "s" else flow)
        flow = merge(flows)
        return self.follower.texts.address(literal, flow)

    def _asked_for(self, fn: Fn, owner: int, fields: list[str], place: Place) -> list[Flow]:
        """The values of a mapping that a template names, as far as the template is known."""
        if not fields:
            flow = self.follower.flow(fn, owner)
            return [without(flow, ("container",))] if flow.found or flow.refs else []
        text, item = self.follower.text(fn, owner), self.follower.mappings.item
        whole = [field for field in fields if field and "." not in field]
        parts = [field for field in fields if "." in field]
        told = [self.follower.by_name.named(fn, UNKNOWN, field.rpartition(".")[2], field, place) for field in parts]
        return [*(item(fn, owner, field.partition("[")[0], f"{text}[{field!r}]", place) for field in whole), *told]

    def _substituted(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        """``Template(text).substitute(environ)``: the values that the text asks for, not the whole mapping."""
        given = merge(self.follower.calls.arguments(fn, node))
        return merge([self.follower.flow(fn, owner), without(given, ("container",))]) if given.found or given.refs else None

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
            elif name == "update":
                gone.update(self._masked_keys(fn, value))
        dumped = fn.body.nodes[node[1]][2] not in _COPIED
        flow = members(self.follower, entity[1], place, text, dumped=dumped)
        found = members(self.follower, entity[1], place, text, gone=frozenset(gone), dumped=dumped).found if gone else flow.found
        if not flow.found and not gone and (whole := self._answer(entity[1], text, place)) is not None:
            return Flow((whole,))
        return Flow(found) if found else CLEAN if flow.found or self._hides(entity[1]) else None

    def _masked_keys(self, fn: Fn, value: int) -> Iterator[str]:
        """The keys of a dict that is written out which hold a mask: ``model_copy(update={"password": "***"})``."""
        record = source(fn, value)
        for key, held in zip(record[1], record[2], strict=True) if record[0] == ir.DICT else ():
            if key and self.follower.edits.masked(fn, held):
                yield key

    def _hides(self, cls: Cls) -> bool:
        """Whether a class holds what is secret in a type that shows none of it, as far as its fields say: ``access: SecretStr``."""
        fields = (field for base in self.names.mro(cls)[0] for field in base.record.fields)
        return any(name.rpartition(".")[2] in self.tables.safe_types for field in fields for name in field.annotation.split())

    def answered(self, fn: Fn, node: Node, place: Place) -> Found | None:
        """What a method that writes an object out, and of whose body nothing is known, gives by the object's class."""
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR or callee[2] not in _DUMPS or callee[2] in _COPIED:
            return None
        entity = self.names.entity(fn, callee[1])
        return self._answer(entity[1], f"{self.follower.text(fn, node[1])}()", place) if entity and entity[0] == "inst" else None

    def _answer(self, cls: Cls, text: str, place: Place) -> Found | None:
        """``AccessTokenResponse(**info).to_dict()``: a class that is called as what a login answers."""
        told = self.tables.container_name("_".join(split(cls.name)))
        declared = any(field.annotation for base in self.names.mro(cls)[0] for field in base.record.fields)
        if told is None or told.label != _OF_LOGINS or declared:  # its fields tell what is in it
            return None
        return self.follower.by_name.contained(told, text, place, Confidence.MEDIUM)

    def _pattern_sub(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        if len(node[2]) < 2:
            return None
        given = self.follower.calls.constant(fn, node, 0)
        flow = self.follower.flow(fn, node[2][1]) if node[2][1] >= 0 else UNKNOWN
        name = self.follower.text(fn, owner)
        telling = any(self.follower.lexicon.tell(part) for part in name.split("."))
        if is_mask(given) or telling or self.follower.lexicon.masks(name.rpartition(".")[2]):
            return without(flow, ("secret", "grave", "personal", "container", "url"))
        return without(flow, ("untrusted",))

    def _replaced(self, fn: Fn, node: Node, owner: int, text: str, place: Place) -> Flow | None:
        if len(node[2]) < 2:
            return None
        flow = self.follower.flow(fn, owner)
        old, new = self.follower.calls.constant(fn, node, 0), self.follower.calls.constant(fn, node, 1)
        removed = self.follower.flow(fn, node[2][0]) if node[2][0] >= 0 else UNKNOWN
        if is_mask(new):
            return _but(flow, removed) if removed.found else without(flow, ("secret", "grave", "personal", "container", "url"))
        if isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\r" in old) and not ("\n" in new or "\r" in new):
            return without(flow, ("untrusted",))
        if any(map(_is_login, removed.found)) and (new is not None or not self._shows(fn, node[2][1])):
            return without(flow, ("secret", "url", "container"))
        return merge([flow, self._put_in(fn, node[2][1])]) if isinstance(old, str) and new is None and node[2][1] >= 0 else flow

    def _put_in(self, fn: Fn, value: int) -> Flow:
        """The secrets that stand in a text in the place of a literal: ``url.replace("https://", f"https://{token}@")``."""
        given = self.follower.flow(fn, value)
        return Flow(tuple(item for item in given.found if item.category in ("secret", "grave") or (item.category == "url" and item.member)))

    def _shows(self, fn: Fn, node: int) -> bool:
        """Whether a secret is still in what takes its place: ``token[:4] + "..."`` shows none."""
        return node < 0 or any(item.category in ("secret", "grave") for item in self.follower.flow(fn, node).found)


def _is_login(item: Found) -> bool:
    """Whether it is a secret, or what stands with one before the host of an address: ``f"{user}:{password}@"``."""
    return item.category == "secret" or (item.category == "url" and bool(item.member))


def _but(flow: Flow, removed: Flow) -> Flow:
    """A text without one secret that was put in it; what else it tells is still there."""
    labels = {item.label for item in removed.found if item.category in ("secret", "grave")}
    found = tuple(
        item for item in flow.found if item.label not in labels and item.member not in labels and (item.member or item.kind != "body")
    )
    kept = tuple(item for item in found if item.category == "container" and item.member)
    return replace(without(flow, ("secret", "grave", "personal", "container", "url")), found=kept, clean=not kept)
