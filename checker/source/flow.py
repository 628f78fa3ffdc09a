"""Where a value comes from: one function's node tables, walked backwards; calls and objects are followed by their own files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from checker.model import Confidence
from checker.source import ir, literal
from checker.source.by_name import ByName
from checker.source.callers import Callers
from checker.source.calls import PARTS_OF_ADDRESSES, Calls
from checker.source.exceptions import Exceptions
from checker.source.expressions import placeholder_keys
from checker.source.functions import Functions
from checker.source.ir import Node
from checker.source.masks import is_mask
from checker.source.methods import Methods
from checker.source.names import Cls, Fn, Names
from checker.source.objects import is_record, shown
from checker.source.origin import CLEAN, UNKNOWN, Flow, Found, Place, Ref, gathered, hop, mark, member, merge, weaker, without
from checker.source.requests import Requests
from checker.source.tables import Tables
from checker.source.words import Telling, split

_DEEPEST = 300
_MOST_PARTS = 20
"""Items of a returned tuple that are told apart."""
_SHORT = 8
"""Characters of a secret that may show."""
_KEEPS_SECRET = frozenset({"value", "raw", "key", "secret", "plaintext", "token", "string", "_value", "val"})
_ERROR_TEXT = frozenset({"args", "message", "msg", "detail", "reason", "strerror", "output", "cmd", "request", "response", "body", "text"})
_KEYED = frozenset({"headers", "cookies", "environ", "settings", "members", "variables", "arguments"})
"""Containers whose iteration gives their keys only."""
_FORMS = frozenset({"POST", "GET", "FILES", "form", "args", "values", "query_params"})
"""Mappings of what a client sent."""
_CARRIERS = frozenset(
    {"url", "uri", "address", "endpoint", "connection", "conn", "command", "cmd", "target", "line", "value", "text", "base"}
)
"""Last words of attributes that often hold a secret put into them elsewhere, and do not say so."""
_WIRE_KEYWORDS = {"data": "body", "body": "body", "json": "body", "headers": "headers", "cookies": "cookies"}
"""Keywords of an HTTP request, and the containers they are."""
_WIRE_LIBRARIES = frozenset({"requests", "httpx", "aiohttp", "urllib3", "urllib", "http", "tornado"})
_WIRE_OWNERS = frozenset({"kwargs", "kw", "req", "request"})
_TOLD = frozenset({"secret", "grave", "personal", "url"})
"""Categories that a name can tell."""
_LABELS = frozenset(
    {"errors", "error", "messages", "labels", "fields", "names", "schema", "schemas", "types", "columns", "texts", "widgets", "validators",
     "choices", "descriptions", "keys", "patterns", "properties", "annotations", "translations", "placeholders", "titles", "counts"}
)  # fmt: skip
"""Last words of collections whose items are labels, messages and the like, not values."""
BODIES = (".body", ".data", ".json", "get_json", "recv")
"""What a client sends as a structure: items of it may be lists, dicts and numbers, and are mostly checked on the way."""
_BUT_UNTRUSTED = frozenset({"secret", "grave", "personal", "url", "container", "exception", "traceback"})
_BUT_GRAVE = frozenset({"secret", "untrusted", "personal", "url", "container", "exception", "traceback"})
_OPAQUE_MARKS = {"r": ("repr",), "": (), "%": ()}


class Follower:
    """Follows values backwards through one project; remembers every answer."""

    def __init__(self, names: Names, tables: Tables) -> None:
        self.names = names
        self.tables = tables
        self.lexicon = tables.lexicon
        self.by_name = ByName(self)
        self.calls = Calls(self)
        self.methods = Methods(self)
        self.functions = Functions(self)
        self.callers = Callers(self)
        self.exceptions = Exceptions(self)
        self.requests = Requests(self)
        self.depth = 0
        self.caught: dict[Place, list[tuple[Fn, int]]] = {}
        """For each handler: the raises that it may catch."""
        self._readers: dict[int, Callable[[Fn, int, Node], Flow]] = {
            ir.CONST: self._nothing, ir.OPAQUE: self._nothing, ir.LAMBDA: self._nothing, ir.CLASS: self._nothing, ir.MASKIF: self._nothing,
            ir.PARAM: self._parameter, ir.GLOBAL: self._global, ir.VAR: self._variable, ir.ATTR: self._attribute, ir.ITEM: self._item,
            ir.CALL: self.calls.flow, ir.JOIN: self._join, ir.DICT: self._dict, ir.SEQ: self._sequence, ir.UNION: self._sequence,
            ir.CAUGHT: self._caught, ir.COMP: self._comprehension, ir.ELEM: self._element, ir.SLICE: self._slice, ir.SET: self._set,
            ir.DROP: self._drop, ir.UNPACK: self._unpack, ir.IMPORT: self._import, ir.TOUCHED: self._touched,
            ir.CHECKED: self._checked,
        }  # fmt: skip

    def forget(self) -> None:
        """Know nothing but the facts."""
        self.caught.clear()
        self.callers.forget()
        self.functions.forget()

    def flow(self, fn: Fn, node: int) -> Flow:
        """All origins of a node, seen from inside its function."""
        known: Flow | None = fn.flows.get(node)
        if known is not None:
            return known
        if self.depth > _DEEPEST:
            self.names.reads.beyond.add(f"a value that goes through more than {_DEEPEST} others")
            return UNKNOWN
        fn.flows[node] = UNKNOWN  # ends cycles
        self.depth += 1
        record = fn.body.nodes[node]
        result = self._readers[record[0]](fn, node, record)
        self.depth -= 1
        fn.flows[node] = result
        return result

    def text(self, fn: Fn, node: int, depth: int = 0) -> str:
        """Source of a node, shortened."""
        record = fn.body.nodes[node]
        operation = record[0]
        if operation in (ir.VAR, ir.GLOBAL):
            return str(record[1])
        if operation == ir.PARAM:
            return fn.head.params[record[1]]
        if depth > 6:
            return "..."
        if operation == ir.ATTR:
            return f"{self.text(fn, record[1], depth + 1)}.{record[2]}"
        if operation == ir.ITEM:
            if isinstance(record[2], int) and record[2] < 0:
                return f"{self.text(fn, record[1], depth + 1)}[{self.text(fn, -1 - record[2], depth + 1)}]"
            return (
                f"{self.text(fn, record[1], depth + 1)}[{record[2]!r}]"
                if record[2] is not None
                else f"{self.text(fn, record[1], depth + 1)}[...]"
            )
        if operation == ir.CALL:
            return f"{self.text(fn, record[1], depth + 1)}()"
        if operation in (ir.SET, ir.DROP, ir.TOUCHED, ir.CHECKED, ir.ELEM, ir.UNPACK, ir.SLICE):
            return self.text(fn, record[1], depth + 1)
        if operation == ir.IMPORT:
            return str(record[1])
        return "..."

    def place(self, fn: Fn, node: Node) -> Place:
        """Where a node with a place stands."""
        if node[0] == ir.SET:
            return (fn.module.path, node[4], node[5])
        return (fn.module.path, node[-2], node[-1])

    @staticmethod
    def _nothing(fn: Fn, index: int, node: Node) -> Flow:
        return CLEAN

    def _variable(self, fn: Fn, index: int, node: Node) -> Flow:
        name = node[1]
        if self.lexicon.hushed(split(name)):
            return CLEAN
        place = self.place(fn, node)
        flow = hop(self._gathered(fn, node, place), place, f"assigned to `{name}`")
        if self.by_name.is_object_by_use(fn, name):
            flow = weaker(flow, Confidence.LOW)
        if self.by_name.is_path(fn, name):
            flow = without(flow, ("secret", "grave"))
        if split(name)[-1:] and split(name)[-1] in PARTS_OF_ADDRESSES:
            flow = without(flow, ("url",))
        return self.by_name.named(fn, flow, name, name, place, node[2], since=place[1])

    def _gathered(self, fn: Fn, node: Node, place: Place) -> Flow:
        """The value of a name; a dict of several values that holds a secret is from here on one container."""
        flow = self.flow(fn, node[2])
        record = fn.body.nodes[node[2]]
        while record[0] == ir.SET:
            record = fn.body.nodes[record[1]]
        return gathered(flow, node[1]) if record[0] == ir.DICT else flow

    def _parameter(self, fn: Fn, index: int, node: Node) -> Flow:
        position = node[1]
        name = fn.head.params[position]
        if position == 0 and fn.is_method:
            return shown(self, fn.owner, self.place(fn, node), "self") if fn.owner and not fn.head.flags & 2 else CLEAN
        annotation = fn.head.annotations[position]
        if self.by_name.safe_type(annotation) or self.lexicon.hushed(split(name)):
            return CLEAN
        place = self.place(fn, node)
        flow = Flow(refs=(Ref(position),))
        entity = self.names.annotated(fn, annotation) if annotation else None
        if entity and entity[0] == "inst":
            return replace(shown(self, entity[1], place, name), refs=flow.refs, clean=False)
        flow = self.by_name.named(fn, flow, name, name, place)
        if annotation and self.by_name.is_object(annotation):
            flow = weaker(flow, Confidence.LOW)
        if name == "event" and fn.head.params[position + 1 : position + 2] == ["context"] and not self.by_name.is_object(annotation):
            flow = Flow((Found("container", "the Lambda event", name, Confidence.HIGH, place, "event"),), flow.refs)
        untrusted = self.requests.handler_input(fn, position)
        if untrusted:
            flow = Flow((*flow.found, Found("untrusted", f"`{name}`", name, Confidence.MEDIUM, place, untrusted)), flow.refs)
        return flow

    def _global(self, fn: Fn, index: int, node: Node) -> Flow:
        name = node[1]
        entity = self.names.entity(fn, index)
        if entity and entity[0] in ("fn", "cls", "mod"):
            return CLEAN
        if self.lexicon.hushed(split(name)):
            return CLEAN
        bound = self.names.binding(fn, name)
        place = self.place(fn, node)
        if bound is not None and bound != (fn, index):
            flow = self._enclosing(bound[0], self.flow(*bound))
            later = fn.module.declared.get(name, ())
            if later:
                flow = merge(
                    [
                        self.by_name.named(fn, replace(flow, clean=False), name, name, place),
                        *(Flow(self.flow(*item).found) for item in later),
                    ]
                )
            if self.names.modules and bound[0].head.parent < 0 and not flow.clean:
                return self._global_members(fn, flow, name, place)
            return flow
        if entity and entity[0] == "lib":
            return self.requests.library(fn, entity[1], name, place)
        return self.by_name.named(fn, UNKNOWN, name, name, place)

    def _enclosing(self, fn: Fn, flow: Flow) -> Flow:
        """A flow of an enclosing function, whose parameters mean nothing inside: what its callers give takes their place."""
        if not flow.refs:
            return flow
        above = [self.callers.arriving(fn, ref.position).found for ref in flow.refs]
        return merge([Flow(flow.found), *(Flow(found) for found in above)])

    def _global_members(self, fn: Fn, flow: Flow, name: str, place: Place) -> Flow:
        if flow.found:
            return flow
        for function in fn.module.functions:
            flow = self.by_name._members(function, flow, name, place)
            if flow.found:
                break
        return flow

    def _import(self, fn: Fn, index: int, node: Node) -> Flow:
        where = self.names.imported_value(node[1], fn.module)
        if where is not None:
            return self.flow(*where)
        entity = self.names.entity(fn, index)
        if entity is None or entity[0] != "lib":
            return CLEAN
        place = (fn.module.path, 1, 0)
        return self.requests.library(fn, entity[1], node[1].rpartition(".")[2], place)

    def _attribute(self, fn: Fn, index: int, node: Node) -> Flow:
        _, owner, name, _, _ = node
        place = self.place(fn, node)
        entity = self.names.entity(fn, index)
        if entity and entity[0] in ("fn", "cls", "mod"):
            return CLEAN
        text = self.text(fn, index)
        known = self.requests.known(entity[1], text, place) if entity and entity[0] == "lib" else None
        if known is not None:
            return known
        whole = self.names.entity(fn, owner)
        if name == "__dict__" and whole and whole[0] == "inst":
            return self.calls.everything(whole[1], place, text)
        known = self.requests.owned(fn, owner, name, text, place)
        if known is not None:
            return known
        if self.lexicon.hushed(split(name)):
            return CLEAN
        flow = UNKNOWN
        if whole and whole[0] in ("inst", "cls"):
            method = self.names.method(whole[1], name)
            if method is not None and method.head.flags & 4:
                return self.by_name.named(fn, self.functions.computed(method, place), name, text, place)
            flow = merge([self._stored(whole[1], name), *self._given(fn, owner, whole[1], name)])
        elif whole and whole[0] == "mod":
            where = self.names.global_value(whole[1], name)
            if where is not None:
                return self.flow(*where)
        flow = merge([flow, self._selected(fn, owner, name)]) if not flow.clean else flow
        if whole and whole[0] in ("cls", "lib") and name.isupper() and not self._settings(whole):
            return flow
        return self.by_name.named(fn, flow, name, text, place, index)

    @staticmethod
    def _settings(entity: tuple[object, ...]) -> bool:
        """``settings.SECRET_KEY`` is a value; ``const.CONF_PASSWORD`` and ``Field.PASSWORD`` are names of keys."""
        name = entity[1].name if isinstance(entity[1], Cls) else str(entity[1])
        return any(word in name.lower() for word in ("setting", "config", "environ", "secret", "credential", "cfg", "conf."))

    def _stored(self, cls: Cls, name: str) -> Flow:
        """What an attribute of a known class holds."""
        flows = []
        for base in self.names.mro(cls)[0]:
            for field in base.record.fields:
                if field.name == name and self.by_name.safe_type(field.annotation):
                    return CLEAN
            for where, value, line in base.attributes.get(name, ())[:6]:
                stored = self.flow(where, value)
                above = self.callers.direct(where, stored.refs) if _CARRIERS.intersection(split(name)[-1:]) else ()
                given = tuple(item for item in above if item.category in ("secret", "grave") or (item.category == "url" and item.member))
                stored = Flow((*stored.found, *given), (), stored.clean)  # a parameter of another function means nothing here
                flows.append(hop(stored, (where.module.path, line, 0), f"stored in `{cls.name}.{name}`"))
            if flows:
                break
        return merge(flows) if flows else UNKNOWN

    def _given(self, fn: Fn, owner: int, cls: Cls, name: str) -> list[Flow]:
        """What a record's constructor is given for a field, where the object is made in the same function."""
        call = literal.construction(fn, owner)
        entity = self.names.entity(fn, call[1]) if call is not None else None
        if call is None or entity is None or not is_record(self, cls):
            return []
        if entity[0] == "fn":
            made = [Flow(flow.found) for value in entity[1].body.returns for flow in self._given(entity[1], value, cls, name)]
            return [hop(flow, self.place(fn, call), f"returned by `{entity[1].name}()`") for flow in made]
        return [self.flow(fn, value) for field, value in literal.fields(self.names, cls, call) if field == name and entity[0] == "cls"]

    def _selected(self, fn: Fn, owner: int, name: str) -> Flow:
        """What remains of a value when one attribute of it is taken."""
        flow = self.flow(fn, owner)
        kept = []
        for item in flow.found:
            if item.category == "untrusted" or (item.category in ("exception", "traceback") and name in _ERROR_TEXT):
                kept.append(item)
            elif item.category == "secret" and name in _KEEPS_SECRET:
                kept.append(replace(item, confidence=min(item.confidence, Confidence.MEDIUM)))
        return Flow(tuple(kept), ())

    def _item(self, fn: Fn, index: int, node: Node) -> Flow:
        key = node[2]
        if isinstance(key, int) and 0 <= key < _MOST_PARTS:
            part = self.functions.returned_part(fn, node[1], key)
            if part is not None:
                return part
        if isinstance(key, int) and key < 0:
            if self._iterates(fn, node[1], -1 - key):
                return self.flow(fn, node[1])
            key = self.key(fn, -1 - key)
        return self.item(fn, node[1], key, self.text(fn, index), self.place(fn, node))

    def _iterates(self, fn: Fn, owner: int, key: int) -> bool:
        """``for name in headers: show(headers[name])`` takes every item."""
        record = fn.body.nodes[key]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        return record[0] == ir.ELEM and self.text(fn, record[1]).removesuffix(".keys()") == self.text(fn, owner)

    def key(self, fn: Fn, node: int) -> str | None:
        """The text that a key written as a name stands for: ``CONF_API_KEY`` is ``"api_key"``."""
        found = self.literal(fn, node)
        if found is not None or fn.body.nodes[node][0] == ir.CONST:
            return found
        name = self.text(fn, node).rpartition(".")[2]
        return name.partition("_")[2].lower() if name.isupper() and "_" in name else None

    def literal(self, fn: Fn, node: int) -> str | None:
        """The text that a name stands for, through assignments and imports."""
        for _ in range(8):
            record = fn.body.nodes[node]
            if record[0] == ir.CONST:
                return record[1] if isinstance(record[1], str) else None
            if record[0] == ir.VAR:
                node = record[2]
                continue
            where = None
            if record[0] == ir.GLOBAL:
                where = self.names.binding(fn, record[1])
            elif record[0] == ir.IMPORT:
                where = self.names.imported_value(record[1], fn.module)
            elif record[0] == ir.ATTR:
                owner = self.names.entity(fn, record[1])
                where = self.names.global_value(owner[1], record[2]) if owner and owner[0] == "mod" else None
                if where is None and owner and owner[0] in ("cls", "inst"):
                    where = next(((place, value) for place, value, _ in owner[1].attributes.get(record[2], ())), None)
            if where is None or where == (fn, node):
                return None
            fn, node = where
        return None

    def item(self, fn: Fn, owner: int, key: str | int | None, text: str, place: Place) -> Flow:
        """What ``owner[key]``, ``owner.get(key)`` and ``getattr(owner, key)`` give."""
        if isinstance(key, str) and (held := literal.values(fn, owner, key)):
            return merge([self.by_name.named(fn, self.flow(fn, value), key, text, place, value) for value in held])
        if isinstance(key, int) and (part := literal.element(fn, owner, key)) is not None:
            return self.flow(fn, part)
        flow = self.flow(fn, owner)
        owner_name = self.text(fn, owner).rpartition(".")[2]
        kept = []
        for item in flow.found:
            if item.category == "untrusted" and owner_name in ("environ", "META") and isinstance(key, str):
                continue  # a header or what the server says of itself: neither can hold a line break
            collective = item.category == "container" or (isinstance(key, str) and item.category != "untrusted")
            if not collective or (item.kind == "response" and key is None):
                kept.append(_part(item, text) if item.category == "untrusted" and key is not None else item)
        wire = isinstance(key, str) and key in _WIRE_KEYWORDS and _WIRE_OWNERS.intersection(split(owner_name))
        if wire and isinstance(key, str) and (key != "data" or self._on_the_wire(fn)):
            kept.append(Found("container", f"`{text}`", text, Confidence.MEDIUM, place, _WIRE_KEYWORDS[key]))
        if key in ("body", "text", "content") and {"response", "resp"}.intersection(split(owner_name)):
            kept.append(Found("container", "the response's body", text, Confidence.LOW, place, "response"))
        if key == "PATH_INFO":  # the only part of a WSGI environment that is decoded
            kept.append(Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, "wsgi"))
        gone = _BUT_UNTRUSTED if isinstance(key, str) else {"container"}
        refs = tuple(replace(ref, removed=ref.removed | gone) for ref in flow.refs)
        if isinstance(key, str) and _LABELS.isdisjoint(split(owner_name)[-1:]) and not self.lexicon.hushed(split(key)):
            return self.by_name.named(fn, Flow(tuple(kept), refs), key, text, place)
        return Flow(tuple(kept), refs)

    def _on_the_wire(self, fn: Fn) -> bool:
        """Whether the code sends or answers requests, by its imports or its names."""
        return not fn.module.tops.isdisjoint(_WIRE_LIBRARIES) or not self.by_name.words(fn).isdisjoint(("http", "client", "rest"))

    def _join(self, fn: Fn, index: int, node: Node) -> Flow:
        if self._shows_ends(fn, node) or self._shows_numbers(fn, node):
            return CLEAN
        flows = []
        for part, conversion in zip(node[1], node[2], strict=True):
            if conversion == "d":
                flows.append(number(self.flow(fn, part)))
                continue
            if conversion == "%":  # an unknown template takes some keys of a mapping
                keys = self._template_keys(fn, node)
                if keys and len(node[1]) == 2:
                    place = (fn.module.path, *self._near(fn, part))
                    flows += [self.item(fn, part, key, f"{self.text(fn, part)}[{key!r}]", place) for key in keys]
                    continue
                given = self.flow(fn, part) if fn.body.nodes[part][0] != ir.DICT else UNKNOWN
                flows.append(without(given, ("container",)) if given.found or given.refs else given)
                continue
            marks = ("repr",) if is_list(fn, part) else _OPAQUE_MARKS.get(conversion, ())
            flows.append(mark(self.flow(fn, part), *marks))
        return self._address(fn, node, merge(flows))

    def _template_keys(self, fn: Fn, node: Node) -> list[str]:
        """The keys that a template takes which stands in a constant of its own: ``CREATE % values``."""
        if fn.body.nodes[node[1][0]][0] not in (ir.GLOBAL, ir.ATTR, ir.IMPORT, ir.VAR):
            return []
        template = self.literal(fn, node[1][0])
        return placeholder_keys(template) if template else []

    @staticmethod
    def _near(fn: Fn, node: int) -> tuple[int, int]:
        """Line and column of a node, or of the function where it has none."""
        record = fn.body.nodes[node]
        placed = record[0] in (ir.PARAM, ir.GLOBAL, ir.VAR, ir.ATTR, ir.ITEM, ir.CALL, ir.DICT)
        return (record[-2], record[-1]) if placed else (fn.head.line, 0)

    @staticmethod
    def _shows_numbers(fn: Fn, node: Node) -> bool:
        """``"t%d-%d" % (topological, stream)``"""
        kinds = [kind for part, kind in zip(node[1], node[2], strict=True) if fn.body.nodes[part][0] != ir.CONST]
        return bool(kinds) and all(kind == "d" for kind in kinds)

    @staticmethod
    def _shows_ends(fn: Fn, node: Node) -> bool:
        """``f"{secret[0]}...{secret[-1]}"``: single characters around a mask."""
        parts = [fn.body.nodes[part] for part in node[1]]
        masked = any(part[0] == ir.CONST and isinstance(part[1], str) and (is_mask(part[1]) or ".." in part[1]) for part in parts)
        single = [part for part in parts if part[0] != ir.CONST]
        return masked and bool(single) and all(part[0] == ir.ITEM and isinstance(part[2], int) and part[2] >= 0 for part in single)

    def _address(self, fn: Fn, node: Node, flow: Flow) -> Flow:
        literals = (fn.body.nodes[part] for part in node[1])
        return self.address(" ".join(record[1] for record in literals if record[0] == ir.CONST and isinstance(record[1], str)), flow)

    @staticmethod
    def address(literal: str, flow: Flow) -> Flow:
        """Text with ``://`` or ``:...@`` around a secret is an address with credentials."""
        if not any(item.category == "secret" for item in flow.found) or not ("://" in literal or literal.strip() in (": @", "{}:{}@{}")):
            return flow
        return replace(flow, found=tuple(_url(item) if item.category == "secret" else item for item in flow.found))

    def _dict(self, fn: Fn, index: int, node: Node) -> Flow:
        place = self.place(fn, node)
        flows = []
        for key, value in zip(node[1], node[2], strict=True):
            flow = self.flow(fn, value)
            if key not in (None, "**"):
                flow = (
                    CLEAN
                    if self.lexicon.hushed(split(key))
                    else self.by_name.named(fn, flow, key, key, place, value)
                    if self.lexicon.tell(key)
                    else flow
                )
            flows.append(flow if key == "**" else mark(flow, "repr"))
        return merge(flows)

    def _sequence(self, fn: Fn, index: int, node: Node) -> Flow:
        return merge([self.flow(fn, value) for value in node[1]])

    def _caught(self, fn: Fn, index: int, node: Node) -> Flow:
        handler = fn.body.handlers[node[1]]
        place = (fn.module.path, handler.line, node[3])
        sites, carried = self.exceptions.caught(fn, handler)
        self.caught[place] = sites
        found = Found(
            "exception",
            "the exception's text",
            "exception",
            Confidence.LOW,
            place,
            " ".join(handler.types),
            passed=frozenset({"exception"}),
        )
        return Flow((found, *carried.found), carried.refs)

    def _comprehension(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        return without(flow, ("container",)) if node[2] else flow

    def _element(self, fn: Fn, index: int, node: Node) -> Flow:
        owner = fn.body.nodes[node[1]]
        flow = self.flow(fn, node[1])
        if (
            owner[0] == ir.CALL
            and fn.body.nodes[owner[1]][0] == ir.ATTR
            and fn.body.nodes[owner[1]][2] in ("items", "values", "iteritems", "itervalues")
        ):
            return flow
        if owner[0] == ir.ATTR:  # rows that belong to an object: what they show is their class's affair
            whole = self.text(fn, node[1])
            flow = replace(
                flow,
                found=tuple(
                    replace(item, confidence=Confidence.LOW) if item.category == "secret" and item.text == whole else item
                    for item in flow.found
                ),
            )
        return keys_only(flow)

    def iterated(self, fn: Fn, node: int) -> Flow:
        """What a new list, a set or a sorted list of a value holds: of a mapping its keys."""
        record = fn.body.nodes[node]
        if record[0] == ir.CALL and self.text(fn, record[1]).rpartition(".")[2] in ("items", "values", "iteritems", "itervalues"):
            return self.flow(fn, node)
        flow = keys_only(self.flow(fn, node))
        if self.text(fn, node).rpartition(".")[2] in _FORMS:
            flow = without(flow, ("container",)) if flow.found else flow
        return flow

    def _unpack(self, fn: Fn, index: int, node: Node) -> Flow:
        owner, position = node[1], node[2]
        record = fn.body.nodes[owner]
        if record[0] == ir.ELEM:
            source = fn.body.nodes[record[1]]
            called = self.text(fn, source[1]).rpartition(".")[2] if source[0] == ir.CALL else ""
            if position == 0 and called in ("items", "iteritems", "enumerate"):
                flow = self.flow(fn, owner)
                return Flow(tuple(item for item in flow.found if item.category == "untrusted"), ())
            return _hinted(_neighbour(self.flow(fn, owner)))
        if position == 1 and record[0] == ir.CALL and self.text(fn, record[1]).endswith((".recvfrom", ".accept")):
            return CLEAN  # the sender's address
        written = literal.element(fn, owner, position)
        if written is not None:
            return self.flow(fn, written)
        part = self.functions.returned_part(fn, owner, position)
        if part is not None:
            return part
        flow = _neighbour(self.flow(fn, owner))
        return without(flow, ("container",)) if position == 0 and (flow.found or flow.refs) else flow

    def _slice(self, fn: Fn, index: int, node: Node) -> Flow:
        _, owner, low, high = node
        flow = self.flow(fn, owner)
        if not flow.found and not flow.refs:
            return flow
        width: int | None = None
        if isinstance(high, int) and high >= 0 and low in (None, 0):
            width = high
        elif isinstance(low, int) and low < 0 and high is None:
            width = -low
        elif isinstance(low, int) and isinstance(high, int) and (low < 0) == (high < 0):
            width = high - low
        if (width is not None and width <= _SHORT) or (low in (None, 0) and high == "?"):
            return without(flow, ("secret", "grave", "personal"))
        return flow if "?" in (low, high) else mark(flow, "partial")

    def _set(self, fn: Fn, index: int, node: Node) -> Flow:
        _, owner, key, value, _, _ = node
        flow = self.flow(fn, owner)
        given = fn.body.nodes[value]
        told = self.lexicon.tell(key) if key else None
        hidden = (given[0] == ir.CONST and (is_mask(given[1]) or given[1] in (None, ""))) or (
            self.flow(fn, value).clean and (told or key is None)
        )
        if hidden and key is None:
            return without(flow, ("secret", "grave", "personal", "container"))
        if hidden and told:
            return self._less(flow, told)
        added = self.flow(fn, value)
        if told:
            added = self.by_name.named(fn, added, key, key, self.place(fn, node), value)
        text = self.text(fn, owner)
        whole = self.tables.container_name(key) if key and not told and not added.clean else None
        if whole is not None and whole.kind in ("headers", "cookies", "environ"):
            carried = Found("container", f"`{text}`", text, Confidence.MEDIUM, self.place(fn, node), "members", whole.label)
            added = replace(added, found=(*(item for item in added.found if item.category != "container"), carried))
        added = replace(added, found=tuple(member(item, f"`{text}`", text) for item in added.found))
        merged = merge([flow, mark(added, "repr")])
        root = fn.body.nodes[owner]
        while root[0] in (ir.SET, ir.DROP, ir.TOUCHED):
            root = fn.body.nodes[root[1]]
        if root[0] == ir.VAR and not merged.found and not added.clean:  # filled step by step with what nobody knows
            return self.by_name.named(fn, replace(merged, clean=False), root[1], root[1], self.place(fn, root))
        return merged

    @staticmethod
    def _less(flow: Flow, told: Telling) -> Flow:
        """A container without the secret of that label; of its other secrets nothing is known."""
        found = tuple(item for item in flow.found if item.category != "container" and item.label != told.label)
        return Flow(found, tuple(replace(ref, removed=ref.removed | {"container"}) for ref in flow.refs))

    def _drop(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        told = self.lexicon.tell(node[2]) if node[2] else None
        others = literal.rest(fn, node[1], node[2]) if node[2] else None
        if others is not None and not any(self.flow(fn, value).found for value in others):
            return without(flow, ("secret", "grave", "personal", "container"))
        if told:
            if "cookie" in told.label.lower() and any(item.kind == "headers" for item in flow.found):
                return flow  # the Authorization header is still there
            return self._less(flow, told)
        return without(flow, ("container",)) if node[2] is None else flow

    def _checked(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        gone = ("untrusted",) if len(node) == 2 else ("container",)
        return without(flow, gone) if flow.found or flow.refs else flow

    def _touched(self, fn: Fn, index: int, node: Node) -> Flow:
        flow = self.flow(fn, node[1])
        if (flow.found or flow.refs) and self.functions.cleans(fn, node[2], node[1]):
            return CLEAN
        return flow


def _part(item: Found, text: str) -> Found:
    """An item of what comes from outside; of a body nobody knows whether it is text."""
    structure = frozenset({"structure"}) if any(word in item.text for word in BODIES) else frozenset()
    return replace(item, text=text, label=f"`{text}`", passed=item.passed | structure)


def _hinted(flow: Flow) -> Flow:
    """What a loop takes out of a container, one by one, is only of headers, cookies and the environment sure to matter."""
    return replace(
        flow,
        found=tuple(
            replace(item, confidence=Confidence.LOW) if item.category == "container" and item.kind not in _KEYED else item
            for item in flow.found
        ),
    )


def _neighbour(flow: Flow) -> Flow:
    """What one of several values unpacked together may hold: a secret is told by its own name."""
    found = tuple(item for item in flow.found if item.category not in _TOLD)
    return Flow(found, tuple(replace(ref, removed=ref.removed | _TOLD) for ref in flow.refs))


def is_list(fn: Fn, node: int, depth: int = 0) -> bool:
    """Whether a value is surely a list or a dict, whose text shows its items by ``repr``."""
    record = fn.body.nodes[node]
    while record[0] in (ir.VAR, ir.SET, ir.TOUCHED, ir.DROP):
        record = fn.body.nodes[record[2] if record[0] == ir.VAR else record[1]]
    if record[0] == ir.UNION:
        return depth < 3 and any(is_list(fn, value, depth + 1) for value in record[1])
    return record[0] in (ir.SEQ, ir.COMP, ir.DICT)


def keys_only(flow: Flow) -> Flow:
    """A flow of which only the keys of mappings go on."""
    if flow.clean:
        return flow
    refs = tuple(replace(ref, removed=ref.removed | {"container"}) for ref in flow.refs)
    return Flow(tuple(item for item in flow.found if item.category != "container" or item.kind not in _KEYED), refs)


def number(flow: Flow) -> Flow:
    """What a value shows as a number: a coordinate or a card number still, text never."""
    return Flow(
        tuple(item for item in flow.found if item.category == "grave"),
        tuple(replace(ref, removed=ref.removed | _BUT_GRAVE) for ref in flow.refs),
    )


def _url(item: Found) -> Found:
    return replace(item, category="url", label=f"URL with its {item.label}", member=item.label)
