"""What a value's name, its members and its uses tell of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.members import siblings
from checker.source.flow.origin import MASKED, Flow, Found, Place
from checker.source.index.marks import OBJECT, PATH
from checker.source.masks import is_mask
from checker.source.names import Fn
from checker.source.words import Telling, is_credential, split
from checker.vocabulary import Container

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

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
_ENGINES = frozenset({"engine", "eng", "bind", "db"})
_MAPPINGS = frozenset({"dict", "Dict", "Mapping", "MutableMapping"})
_PLAIN = frozenset({"bool", "int", "float", "datetime", "timedelta", "Decimal", "date", "Enum", "Callable", "Path"})
_DESCRIPTORS = ("Field", "Parameter", "Column", "Opt", "Option", "Setting", "Unicode", "Str", "String", "Text", ".ib", "attrib")
"""Ends of the names of classes that declare an attribute: ``password = luigi.Parameter()``."""
_OTHER_THINGS = frozenset(
    {"file", "path", "filename", "filepath", "keyfile", "certfile", "dir", "directory", "folder", "name", "names", "serial", "number",
     "count", "type", "kind", "label", "field", "env", "var", "variable", "length", "size", "position", "index", "offset", "version", "pub",
     "public"}
)  # fmt: skip
"""Last words of what is no secret, whatever it is called afterwards."""
_TRANSPORTS = frozenset({"request", "req", "send", "call", "post", "api", "fetch", "http", "rpc", "transport", "perform"})
_ITEMS_SENT = frozenset({"data", "metrics", "stats", "message", "notification", "event", "events", "sms", "mail", "email", "file"})
"""Words of functions that send one thing, and no logins."""
_LOGS = frozenset({"log", "dump", "debug", "trace"})
_ON_THE_WIRE = frozenset({"request", "req", "response", "resp", "http", "curl"})
_CARRIES_OUT = frozenset({("execute",), ("send",), ("make",), ("do",), ("perform",)})
"""First words of what sends a request: ``execute_request_async``."""
_SENT_BY = frozenset({"request", "post", "put", "patch", "urlopen", "send", "fetch", "stream", "perform_request", "call_api"})
_TARGETS = frozenset(
    {"url", "uri", "path", "endpoint", "method", "http_method", "verb", "object_type", "resource", "command", "cmd", "action"}
)
"""Parameters by which a function is told where to send to."""
_BODIES = frozenset({"data", "body", "payload", "json", "param", "params", "request_body", "json_data", "post_data"})
"""Parameters by which it is told what to send."""
_THINGS = frozenset({"token", "tokens", "key", "keys"})
"""What a function's name can speak of in another sense than a variable's."""
_CONVERSIONS = frozenset({"to_string", "to_str", "as_string", "serialize", "to_json", "encode", "decode", "strip", "lower", "hex"})
"""Methods that give the same thing as text."""
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

    def named(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int = -1, since: int = 0) -> Flow:
        """The flow with what the value's own name tells, unless it is known to be clean.

        ``since`` is the line from which on the name stands for this value.
        """
        if flow.clean:
            return self._written_out(fn, flow, name, text, place, value)
        if flow.refs and not flow.found and all(MASKED in ref.passed for ref in flow.refs):
            return flow
        telling = self.lexicon.tell_among(name, self.words(fn))
        if telling is not None:
            told = self._told_by_name(fn, flow, telling, text, place, value)
            return self.follower.members.kept(fn, told, text, place, since) if telling.weak and telling.category == "secret" else told
        for use in fn.head.uses:
            if use.owner == text and use.name not in (PATH, OBJECT) and (used := self.lexicon.tell(use.name)) and not flow.found:
                sure = min(Confidence.MEDIUM, self.sure(fn, used))
                return Flow((Found(used.category, used.label, text, sure, (fn.module.path, use.line, use.column)),), flow.refs)
        entity = self.names.entity(fn, value) if value >= 0 else None
        if entity is not None and entity[0] == "inst":
            return flow  # its class tells what its text shows
        container = self.tables.container_name(name)
        if container is None and (container := self.follower.members.sent_as(fn, text)) is not None:
            flow = replace(
                flow, found=tuple(item for item in flow.found if item.category != "container" or item.confidence > Confidence.LOW)
            )
        if container is not None and not any(item.category == "container" for item in flow.found):
            flow = Flow((*flow.found, self._container(fn, container, text, place, value)), flow.refs)
        return self.follower.members.kept(fn, flow, text, place, since)

    def _written_out(self, fn: Fn, flow: Flow, name: str, text: str, place: Place, value: int) -> Flow:
        """A secret that stands in the source leaks like any other, if it looks like one and not like a name or a label."""
        record = fn.body.nodes[value] if value >= 0 else [ir.OPAQUE]
        if record[0] != ir.CONST or not isinstance(record[1], str) or not is_credential(record[1]):
            return flow
        telling = self.lexicon.tell(name)
        if telling is None or telling.weak or telling.category != "secret":
            return flow
        return Flow((replace(self.told(fn, telling, text, place), confidence=min(Confidence.MEDIUM, self.sure(fn, telling))),))

    def _told_by_name(self, fn: Fn, flow: Flow, telling: Telling, text: str, place: Place, value: int) -> Flow:
        """The flow of a value whose name is telling; the expression that gives the value can contradict it, or make it doubtful."""
        if self.is_path(fn, text) or (value >= 0 and self._is_made_path(fn, value)):
            return flow
        if any(item.category == telling.category and item.confidence > Confidence.LOW and not item.crossed for item in flow.found):
            return flow
        if value >= 0 and (self.harmless(fn, value) or self._says_otherwise(fn, value, telling)):
            return flow
        if telling.category == "url" and value >= 0 and self._is_put_together(fn, value):
            return flow
        made = self.told(fn, telling, text, place)
        if telling.category == "url" and (_of_engine(text) or (value >= 0 and self._is_of_engine(fn, value))):
            made = replace(made, confidence=Confidence.LOW)
        if telling.category == "url":  # also an address that is an object shows what is in it
            return Flow((*flow.found, made), flow.refs)
        if self.is_object_by_use(fn, text) or (value >= 0 and self._is_object(fn, value)):
            made = replace(made, confidence=Confidence.LOW)
        return Flow((*flow.found, made), flow.refs)

    @staticmethod
    def _is_put_together(fn: Fn, value: int) -> bool:
        """Whether an address is written out, ``f"redis://{host}:{port}"``: then its parts tell what it carries."""
        record = fn.body.nodes[value]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        first = fn.body.nodes[record[1][0]] if record[0] == ir.JOIN and record[1] else [ir.OPAQUE]
        return first[0] == ir.CONST and isinstance(first[1], str) and "://" in first[1]

    def _is_of_engine(self, fn: Fn, value: int) -> bool:
        """Whether an address is SQLAlchemy's ``str(engine.url)``, whose text hides the password (since 2.0.50 always)."""
        record = self._source(fn, value)
        if record[0] == ir.CALL and record[2] and record[2][0] >= 0 and self.follower.text(fn, record[1]) == "str":
            record = self._source(fn, record[2][0])
        return record[0] == ir.ATTR and _of_engine(f"{self.follower.text(fn, record[1])}.{record[2]}")

    def _is_object(self, fn: Fn, value: int) -> bool:
        """Whether the expression that gives a value makes or finds an object, or a dict, and no text."""
        entity = self.names.entity(fn, value)
        constructed = entity is not None and (entity[0] == "inst" or (entity[0] == "made" and _is_class(entity[1])))
        if constructed and entity is not None and entity[0] == "made" and self._is_described(fn, value, entity[1]):
            constructed = False
        read = fn.body.nodes[value][0] == ir.ATTR and self.is_object_by_use(fn, self.follower.text(fn, value))
        return constructed or read or self._is_row(fn, value) or self.is_collection(fn, value)

    def _is_described(self, fn: Fn, value: int, dotted: str) -> bool:
        """Whether an attribute of an instance is declared in its class by a field's or option's object, which gives it a plain value."""
        record = self._source(fn, value)
        owner = self.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        return owner is not None and owner[0] == "inst" and dotted.endswith(_DESCRIPTORS)

    def _container(self, fn: Fn, container: Container, text: str, place: Place, value: int) -> Found:
        """The origin that a container's name tells; how sure it is depends on the code around."""
        made = self.contained(container, text, place, Confidence(max(Confidence.LOW, _CONFIDENCE[container.confidence] - 1)))
        if container.kind == "argv" and value >= 0 and (option := self.follower.members.option(fn, value)):
            return replace(made, confidence=Confidence.MEDIUM, member=option)
        if container.kind in ("body", "response") and made.confidence == Confidence.LOW and (self.transports(fn) or self.logs_wire(fn)):
            made = replace(made, confidence=Confidence.MEDIUM)
        if container.kind == "headers" and value >= 0 and self._is_of_answer(fn, value):
            made = replace(made, confidence=Confidence.LOW, label="the response's headers")
        if container.kind == "headers" and "." in text and text.partition(".")[0] not in ("self", "cls"):
            made = replace(made, confidence=Confidence.LOW)  # a request's or an answer's: the owner does not say
        if not self.words(fn).isdisjoint(container.unless_module):
            made = replace(made, confidence=Confidence.LOW, passed=frozenset({"weak"}))
        return made

    def is_path(self, fn: Fn, text: str) -> bool:
        """Whether an expression is used as the name of a file or of an environment variable."""
        return self._used_as(fn, text, PATH)

    def is_object_by_use(self, fn: Fn, text: str) -> bool:
        """Whether an expression has attributes that no text has."""
        return self._used_as(fn, text, OBJECT)

    def _used_as(self, fn: Fn, text: str, what: str) -> bool:
        heads = (fn.head, *(siblings(fn) if text.startswith("self.") else ()))
        return any(use.owner == text and use.name == what for head in heads for use in head.uses)

    def _is_made_path(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        return record[0] == ir.CALL and self.follower.text(fn, record[1]) in _PATHS

    def _says_otherwise(self, fn: Fn, node: int, telling: Telling) -> bool:
        """Whether the expression that gives the value calls it otherwise: ``dsn = device.serial_number``, ``key = row["key_file"]``."""
        record = self._source(fn, node)
        own = ""
        if record[0] == ir.ATTR or (record[0] == ir.ITEM and isinstance(record[2], str)):
            own = record[2]
        elif record[0] == ir.CALL:
            owner, _, own = self.follower.text(fn, record[1]).rpartition(".")
            own = owner.rpartition(".")[2] if own in _CONVERSIONS else own
        words = split(own)
        if not words or own in ("get", "pop") or self.lexicon.tell(own) is not None:
            return False
        if record[0] == ir.CALL:  # get_stream_token() gives a position, shared_stream_key() a name
            thing = telling.label.rpartition(" ")[2]
            return thing in _THINGS and not {thing, thing.removesuffix("s")}.isdisjoint(words)
        return words[-1] in _OTHER_THINGS

    def transports(self, fn: Fn) -> bool:
        """Whether a function is what everything that a client sends goes through, logins included: its bodies hold secrets.

        It is called like one, is told where to send to, sends, and stands in a module that knows of secrets.
        """
        words = split(fn.name)
        if _TRANSPORTS.isdisjoint(words) or not _ITEMS_SENT.isdisjoint(words) or not any(map(_sends, fn.head.called)):
            return False
        told = not (_TARGETS | _BODIES).isdisjoint(fn.head.params)
        return told and fn.module.speaks_of(self._tells_secret)

    def logs_wire(self, fn: Fn) -> bool:
        """Whether a function is there to log what a client sends or is answered: ``log_http_response``."""
        words = split(fn.name)
        return not (_LOGS.isdisjoint(words) or _ON_THE_WIRE.isdisjoint(words)) and fn.module.speaks_of(self._tells_secret)

    def _tells_secret(self, name: str) -> bool:
        telling = self.lexicon.tell(name)
        return telling is not None and telling.category == "secret" and not telling.weak

    def _is_of_answer(self, fn: Fn, node: int) -> bool:
        """Whether a value is made from a response: ``headers = to_dict(response.getheaders())``."""
        record = self._source(fn, node)
        parts = (
            [record[1], *(abs(argument + 1) if argument < 0 else argument for argument in record[2])] if record[0] == ir.CALL else [node]
        )
        texts = " ".join(self.follower.text(fn, part) for part in parts)
        return not {"response", "resp", "res", "answer", "reply", "getheaders"}.isdisjoint(split(texts))

    def _source(self, fn: Fn, node: int) -> ir.Node:
        record = fn.body.nodes[node]
        while record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        return record

    def is_collection(self, fn: Fn, node: int) -> bool:
        """Whether a value is a dict or a list that the code makes: what is called a token then is a claim or a part."""
        record = self._source(fn, node)
        if record[0] == ir.UNION:
            return any(fn.body.nodes[value][0] in (ir.DICT, ir.SEQ) for value in record[1])
        return record[0] == ir.DICT and not record[1]

    def _is_row(self, fn: Fn, node: int) -> bool:
        """Whether a value was found in a store: then it is an object that has the secret, and its class decides what it shows."""
        record = self._source(fn, node)
        if record[0] == ir.ELEM:
            source = self._source(fn, record[1])
            last = self.follower.text(fn, record[1]).removesuffix("()").rpartition(".")[2]
            return last in ("tokens", "toks") or (source[0] == ir.ATTR and last.endswith("s"))
        if record[0] != ir.CALL:
            return False
        last = self.follower.text(fn, record[1]).rpartition(".")[2]
        return last in _ROWS or (last in _PIECES and "token" in self.follower.text(fn, node).lower())

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

    @staticmethod
    def is_mapping(annotation: str) -> bool:
        """Whether an annotation says that a value is a dict."""
        return annotation.partition(" ")[0].rpartition(".")[2] in _MAPPINGS

    def safe_type(self, annotation: str) -> bool:
        """Whether values of that annotation show nothing: numbers, and types whose text is masked."""
        names = [name.rpartition(".")[2] for name in annotation.split()]
        names = [name for name in names if name not in ("Optional", "None", "Union", "Annotated", "Final", "ClassVar")]
        return bool(names) and (names[0] in _PLAIN or names[0] in self.tables.safe_types)


@cache
def _sends(called: str) -> bool:
    """Whether a called name sends a request: ``urlopen``, ``_execute_request``."""
    words = split(called)
    return called in _SENT_BY or words[-1:] == ("request",) or (words[:1] in _CARRIES_OUT and "request" in words)


def _of_engine(text: str) -> bool:
    """``engine.url``, ``get_engine().url``"""
    owner, _, name = text.rpartition(".")
    return name == "url" and not _ENGINES.isdisjoint(split(owner)[-1:])


def _is_class(dotted: str) -> bool:
    """Whether a library object is a class by its name; one that wraps text is as good as the text."""
    last = dotted.rpartition(".")[2]
    return last[:1].isupper() and not last.isupper() and last not in ("Path", "URL", "Template", "StringIO", "BytesIO")
