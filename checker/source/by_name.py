"""What a value's name, its members and its uses tell of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.model import Confidence, Container
from checker.source import ir
from checker.source.expressions import OBJECT, PATH
from checker.source.masks import is_mask
from checker.source.names import Fn
from checker.source.origin import Flow, Found, Place
from checker.source.words import Telling, split

if TYPE_CHECKING:
    from checker.source.flow import Follower

_TEXT_MODULES = frozenset(
    {
        "tokenize",
        "token",
        "ast",
        "shlex",
        "pygments",
        "tiktoken",
        "transformers",
        "sqlparse",
        "sqlglot",
        "lark",
        "ply",
        "nltk",
        "spacy",
        "parso",
        "csv",
        "email",
    }
)
"""Libraries whose tokens, headers and bodies are text, not credentials."""
_ROWS = frozenset(
    {"find", "find_one", "first", "one", "one_or_none", "scalar", "scalar_one", "scalar_one_or_none", "filter_by", "filter", "create",
     "save", "get_or_create", "get_object_or_404", "lookup", "query", "all", "aget", "afirst", "find_by", "get_by_id", "select_related"}
)  # fmt: skip
"""Methods that give rows or model objects."""
_PATHS = frozenset({"os.path.join", "path.join", "Path", "pathlib.Path", "os.path.abspath", "os.path.expanduser", "os.path.realpath"})
"""Calls that make a file's name."""
_PIECES = frozenset({"match", "split", "next", "peek", "findall", "groups", "tokenize", "advance"})
"""Calls that give pieces of text: a token of theirs is a word."""
_TEXTS = frozenset(
    {
        "str",
        "bytes",
        "Any",
        "Optional",
        "Union",
        "AnyStr",
        "Text",
        "None",
        "bytearray",
        "memoryview",
        "Annotated",
        "Literal",
        "object",
        "list",
        "dict",
        "List",
        "Dict",
        "Mapping",
        "Sequence",
        "Iterable",
        "tuple",
        "set",
        "NotRequired",
        "Required",
        "Final",
        "t",
        "typing",
    }
)
_PLAIN = frozenset({"bool", "int", "float", "datetime", "timedelta", "Decimal", "date", "Enum", "Callable", "Path"})
_CONFIDENCE = {"low": Confidence.LOW, "medium": Confidence.MEDIUM, "high": Confidence.HIGH}


class ByName:
    """Evidence by name."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.lexicon = follower.tables.lexicon

    def words(self, fn: Fn) -> frozenset[str]:
        """Words of the file's path, the class and the function: they tell a lexer's token from a client's."""
        if fn.words is None:
            fn.words = frozenset((*split(fn.module.path.removesuffix(".py")), *split(fn.head.name), *(fn.module.tops & _TEXT_MODULES)))
        return fn.words

    def named(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int = -1) -> Flow:
        """The flow with what the value's own name tells, unless it is known to be clean."""
        if flow.clean:
            return flow
        telling = self.lexicon.tell(name)
        if telling is not None and (self._is_path(fn, text) or (value >= 0 and self._is_made_path(fn, value))):
            return flow
        if telling is not None:
            if any(item.category == telling.category and item.confidence > Confidence.LOW for item in flow.found):
                return flow
            if value >= 0 and self.harmless(fn, value):
                return flow
            made = self.told(fn, telling, text, place)
            used_as_object = any(use.owner == text and use.name == OBJECT for use in fn.head.uses)
            entity = self.names.entity(fn, value) if value >= 0 else None
            if used_as_object or (entity is not None and entity[0] == "inst") or (value >= 0 and self._is_row(fn, value)):
                made = replace(made, confidence=Confidence.LOW)
            return Flow((*flow.found, made), flow.refs)
        for use in fn.head.uses:
            if use.owner == text and use.name not in (PATH, OBJECT) and (used := self.lexicon.tell(use.name)) and not flow.found:
                found = Found(
                    used.category, used.label, text, min(Confidence.MEDIUM, self.sure(fn, used)), (fn.module.path, use.line, use.column)
                )
                return Flow((found,), flow.refs)
        container = self.tables.container_name(name)
        if container is not None and not any(item.category == "container" for item in flow.found):
            sure = Confidence(max(Confidence.LOW, _CONFIDENCE[container.confidence] - 1))
            made = self.contained(container, text, place, sure)
            if not self.words(fn).isdisjoint(container.unless_module):
                made = replace(made, confidence=Confidence.LOW, passed=frozenset({"weak"}))
            flow = Flow((*flow.found, made), flow.refs)
        entity = self.names.entity(fn, value) if value >= 0 else None
        if entity is not None and entity[0] == "inst":
            return flow  # its class tells what its text shows
        return self._members(fn, flow, text, place)

    def _is_path(self, fn: Fn, text: str) -> bool:
        heads = (fn.head, *(self._siblings(fn) if text.startswith("self.") else ()))
        return any(use.owner == text and use.name == PATH for head in heads for use in head.uses)

    def _is_made_path(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        return record[0] == ir.CALL and self.follower.text(fn, record[1]) in _PATHS

    def _is_row(self, fn: Fn, node: int) -> bool:
        """Whether a value was found in a store: then it is an object that has the secret, and its class decides what it shows."""
        record = fn.body.nodes[node]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        if record[0] == ir.ELEM:
            return self.follower.text(fn, record[1]).rpartition(".")[2] in ("tokens", "toks")
        if record[0] != ir.CALL:
            return False
        last = self.follower.text(fn, record[1]).rpartition(".")[2]
        return last in _ROWS or (last in _PIECES and "token" in self.follower.text(fn, node).lower())

    def _members(self, fn: Fn, flow: Flow, text: str, place: Place) -> Flow:
        """A dict from which a secret is read elsewhere holds that secret where it is logged whole."""
        for head in (fn.head, *(self._siblings(fn) if text.startswith("self.") else ())):
            for member in head.members:
                if member.owner == text and (telling := self.lexicon.tell(member.name)) and telling.category in ("secret", "grave"):
                    label = f"`{text}`"
                    found = Found("container", label, text, min(Confidence.MEDIUM, self.sure(fn, telling)), place, "members", telling.label)
                    return Flow((*(item for item in flow.found if item.category != "container"), found), flow.refs)
        return flow

    def _siblings(self, fn: Fn) -> list[ir.Function]:
        owner = fn.owner
        return [fn.module.functions[index].head for index in owner.record.methods.values()] if owner else []

    def sure(self, fn: Fn, telling: Telling) -> Confidence:
        """How sure a name is: low where its words are weak, or where the file, class or function speaks of other things."""
        if telling.weak or not self.words(fn).isdisjoint(telling.unless_module):
            return Confidence.LOW
        return Confidence.HIGH

    def told(self, fn: Fn, telling: Telling, text: str, place: Place) -> Found:
        """An origin that a name tells."""
        return Found(telling.category, telling.label, text, self.sure(fn, telling), place)

    @staticmethod
    def contained(container: Container, text: str, place: Place, sure: Confidence | None = None) -> Found:
        """An origin that is a whole container."""
        return Found("container", container.label, text, sure or _CONFIDENCE[container.confidence], place, container.kind)

    def harmless(self, fn: Fn, node: int) -> bool:
        """Whether a value is a literal that is no secret: empty, a flag, a key's own name, a mask."""
        record = fn.body.nodes[node]
        operation = record[0]
        if operation == ir.CONST:
            value = record[1]
            return not isinstance(value, str) or len(value) < 5 or is_mask(value) or bool(self.lexicon.tell(value)) or " " in value
        if operation == ir.UNION:
            return all(self.harmless(fn, value) for value in record[1])
        if operation == ir.VAR:
            return self.harmless(fn, record[2])
        if operation == ir.OPAQUE:
            return True
        entity = self.names.entity(fn, node)
        return bool(entity) and entity[0] in ("fn", "cls", "mod")  # type: ignore[index]  # bool() is the check

    @staticmethod
    def is_object(annotation: str) -> bool:
        """Whether an annotation names a class that is no text: what its instances show is the class's affair."""
        names = [name.rpartition(".")[2] for name in annotation.split()]
        return bool(names) and not any(name in _TEXTS for name in names) and names[0][:1].isupper()

    def safe_type(self, annotation: str) -> bool:
        """Whether values of that annotation show nothing: numbers, and types whose text is masked."""
        names = [name.rpartition(".")[2] for name in annotation.split()]
        names = [name for name in names if name not in ("Optional", "None", "Union", "Annotated", "Final", "ClassVar")]
        return bool(names) and (names[0] in _PLAIN or names[0] in self.tables.safe_types)
