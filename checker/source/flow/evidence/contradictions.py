"""What the expression that gives a value says against its name: an object, a dict, a path, a literal, another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.evidence.pieces import are_headings, is_sentence
from checker.source.flow.literal import source
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import split
from checker.source.names.elements import Entity, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SPLIT = frozenset({"tokens", "toks"})
"""Names of the parts of a text, as of a language's source."""
_ROWS = frozenset(
    {"find", "find_one", "first", "one", "one_or_none", "scalar", "scalar_one", "scalar_one_or_none", "filter_by", "filter", "create",
     "save", "get_or_create", "get_object_or_404", "lookup", "query", "all", "aget", "afirst", "find_by", "get_by_id", "select_related"}
)  # fmt: skip
"""Methods that give rows or model objects."""
_PATHS = frozenset({"os.path.join", "path.join", "Path", "pathlib.Path", "os.path.abspath", "os.path.expanduser", "os.path.realpath"})
"""Calls that make a file's name."""
_FILE = re.compile(r"/[\w-]*\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|ini|conf|cfg|env|txt)$")
"""The end of a file's name."""
_JOINS = frozenset({("lib", "os.path.join"), ("lib", "posixpath.join"), ("lib", "os.path.abspath"), ("lib", "os.path.expanduser")})
_PIECES = frozenset({"match", "split", "next", "peek", "findall", "groups", "tokenize", "advance"})
"""Calls that give pieces of text: a token of theirs is a word."""
_TAKES = frozenset({"pop", "popleft"})
"""Methods that give the next one of several."""
_DESCRIPTORS = ("Field", "Parameter", "Column", "Opt", "Option", "Setting", "Unicode", "Str", "String", "Text", ".ib", "attrib")
"""Ends of the names of classes that declare an attribute: ``password = luigi.Parameter()``."""
_DOES = frozenset({"get", "fetch", "create", "generate", "make", "issue", "exchange", "acquire", "obtain", "build", "parse"})
"""First words of names for what is done: nobody calls a secret so."""
_TYPING = frozenset({"typing", "typing_extensions", "collections.abc"})
"""Modules of names that stand in annotations, and are no classes of what they annotate."""
_NUMBERS = frozenset({"unpack", "unpack_from", "pipe", "pipe2", "openpty"})
"""Functions that give numbers: of bytes, of open files."""

_PATTERN = ("made", "re.compile")


class Contradictions:
    """The part of the evidence by name that looks at what gives the value."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def is_object(self, fn: Fn, value: int) -> bool:
        """Whether the expression that gives a value makes or finds an object, or a dict, and no text."""
        entity = self._follower.names.entity(fn, value)
        made = entity is not None and (entity[0] == "inst" or (entity[0] == "made" and _is_class(entity[1])))
        constructed = made and entity is not None and not self._is_described(fn, value, entity) and not self._is_text(entity)
        read = fn.body.nodes[value][0] == ir.ATTR and self._follower.by_name.is_object_by_use(fn, self._follower.text(fn, value))
        return constructed or read or self._is_row(fn, value) or self.is_collection(fn, value)

    def _is_text(self, entity: Entity) -> bool:
        return entity[0] == "inst" and self._follower.names.is_text_class(entity[1])

    def _is_described(self, fn: Fn, value: int, entity: Entity) -> bool:
        """Whether an attribute of an instance is declared in its class by a field's or option's object, which gives it a plain value."""
        record = source(fn, value)
        owner = self._follower.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        named: str = entity[1] if entity[0] == "made" else entity[1].name
        return owner is not None and owner[0] == "inst" and named.endswith(_DESCRIPTORS)

    def is_chosen(self, fn: Fn, value: int) -> bool:
        """Whether a value is a path, or a choice of the items of another."""
        made = source(fn, value)
        return self.is_made_path(fn, value) or (made[0] == ir.COMP and bool(made[2]))

    def is_told_of(self, fn: Fn, kind: str, value: int) -> bool:
        """Whether what is called settings is the text that a function of the project makes of some, whose parts tell what is in it; or
        what is called an environment is one variable of it."""
        record = source(fn, value)
        if kind == "environ":
            return self._follower.processes.is_one_variable(fn, record)
        if kind == "headers" and are_headings(fn, value):
            return True
        entity = self._follower.names.entity(fn, record[1]) if record[0] == ir.CALL else None
        if entity is None or entity[0] != "fn":
            return False
        if kind == "headers":  # those of a file, which a function of the project has read
            return bool(entity[1].body.returns) and all(are_headings(entity[1], given) for given in entity[1].body.returns)
        return kind == "settings" and entity[1].head.returns == "str"

    def is_operation(self, fn: Fn, value: int) -> bool:
        """Whether a value is the name of what is done, or the method that does it: ``Operations.get_token``."""
        record = source(fn, value)
        return bool(record[0] == ir.ATTR and (words := split(record[2])) and len(words) > 1 and words[0] in _DOES)

    def is_made_path(self, fn: Fn, node: int) -> bool:
        """Whether a value is put together as a file's name."""
        record = source(fn, node)
        whole = self._follower.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if whole is not None and whole[0] == "inst":  # self.privkey = os.path.join(folder, "privkey.pem")
            stored = next((found for base in self._follower.names.mro(whole[1])[0] if (found := base.attributes.get(record[2]))), ())
            return bool(stored) and all(self._is_joined(where, source(where, value)) for where, value, _ in stored)
        return self._is_joined(fn, record)

    def _is_joined(self, fn: Fn, record: ir.Node) -> bool:
        if record[0] == ir.JOIN and record[1]:  # f"{folder}/minion.pem"
            last = fn.body.nodes[record[1][-1]]
            return last[0] == ir.CONST and isinstance(last[1], str) and _FILE.search(last[1]) is not None
        if record[0] != ir.CALL:
            return False
        return self._follower.text(fn, record[1]) in _PATHS or self._follower.names.entity(fn, record[1]) in _JOINS

    def is_metadata(self, fn: Fn, node: int) -> bool:
        """Whether what is called headers is a copy of a call's metadata, to which a session adds the login later: ``dict(metadata)``."""
        record = source(fn, node)
        if record[0] != ir.CALL or self._follower.text(fn, record[1]) != "dict" or len(record[2]) != 1 or record[3] or record[2][0] < 0:
            return False
        return self._follower.text(fn, record[2][0]) == "metadata"

    def is_collection(self, fn: Fn, node: int) -> bool:
        """Whether a value is a dict or a list that the code makes: what is called a token then is a claim or a part."""
        record = source(fn, node)
        if record[0] == ir.UNION:
            return any(fn.body.nodes[value][0] in (ir.DICT, ir.SEQ) for value in record[1])
        return record[0] == ir.DICT and not record[1]

    def _is_row(self, fn: Fn, node: int) -> bool:
        """Whether a value was found in a store: then it is an object that has the secret, and its class decides what it shows."""
        record = source(fn, node)
        if record[0] == ir.ELEM:
            made = source(fn, record[1])
            last = self._follower.text(fn, record[1]).removesuffix("()").rpartition(".")[2]
            return last in _SPLIT or (made[0] == ir.ATTR and last.endswith("s"))
        if record[0] == ir.ITEM and not isinstance(record[2], str):  # tokens[0] of a text that was split
            return self._follower.text(fn, record[1]).rpartition(".")[2] in _SPLIT
        if record[0] != ir.CALL:
            return False
        owner, _, last = self._follower.text(fn, record[1]).rpartition(".")
        if last in _TAKES and owner.rpartition(".")[2].lstrip("_") in _SPLIT:  # self._tokens.pop(0)
            return True
        return last in _ROWS or (last in _PIECES and "token" in self._follower.text(fn, node).lower())

    def harmless(self, fn: Fn, node: int) -> bool:
        """Whether a value is a literal that is no secret: empty, a flag, a key's own name, a mask; or a pattern that finds some."""
        record = fn.body.nodes[node]
        operation = record[0]
        if operation == ir.CONST:
            value = record[1]
            return not isinstance(value, str) or len(value) < 5 or is_mask(value) or bool(self._lexicon.tell(value)) or " " in value
        if operation == ir.UNION:
            return all(self.harmless(fn, value) for value in record[1])
        if operation == ir.VAR:
            return self.harmless(fn, record[2])
        if operation == ir.OPAQUE or is_sentence(fn, record):
            return True
        if operation == ir.SEQ:
            return bool(record[1]) and (_says(fn, record[1][0]) or all(self.harmless(fn, value) for value in record[1]))
        if operation in (ir.ITEM, ir.UNPACK) and self._follower.text(fn, record[1]).removesuffix("()").rpartition(".")[2] in _NUMBERS:
            return True
        entity = self._follower.names.entity(fn, node)
        return entity is not None and (entity[0] in ("fn", "cls", "mod") or entity == _PATTERN)


def _written(fn: Fn, value: int) -> str:
    record = fn.body.nodes[value]
    return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""


def _says(fn: Fn, value: int) -> bool:
    """Whether the first part of what is written out is a sentence: ``INVALID_TOKEN = ("The token is invalid.", 400)``."""
    return " " in _written(fn, value)


def _is_class(dotted: str) -> bool:
    """Whether a library object is a class by its name; one that wraps text is as good as the text."""
    of, _, last = dotted.rpartition(".")
    return (
        last[:1].isupper() and not last.isupper() and of not in _TYPING and last not in ("Path", "URL", "Template", "StringIO", "BytesIO")
    )
