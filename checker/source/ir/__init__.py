"""What the index keeps of one file: small, self-contained, no tree, nothing of other files.

Each function (the module's own body is function 0) has a table of *nodes*: the values that its code computes, as short lists whose
first item is the operation. Names are already replaced by what they hold at that point, so that a value's history is a walk over
the table. Lines are 1-based, columns 0-based in characters.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from checker.source.ir.shapes import Shape

CONST: Final = 0
"""``[CONST, value]``: a literal; ``None`` for bytes and long text too."""
PARAM: Final = 1
"""``[PARAM, position, line, column]``"""
GLOBAL: Final = 2
"""``[GLOBAL, name, line, column]``: of an enclosing function, of the module, or a builtin."""
VAR: Final = 3
"""``[VAR, name, value, line, column]``: a local name that was given a value."""
ATTR: Final = 4
"""``[ATTR, owner, name, line, column]``"""
ITEM: Final = 5
"""``[ITEM, owner, key, line, column]``: ``key`` is text, a number or ``None`` where unknown."""
CALL: Final = 6
"""``[CALL, callee, arguments, keywords, line, column]``: a starred argument is ``-1 - node``; ``**`` has the keyword ``""``."""
JOIN: Final = 7
"""``[JOIN, parts, conversions]``: text put together; a conversion is ``""``, ``r`` (repr), ``d`` (a number) or ``%``."""
DICT: Final = 8
"""``[DICT, keys, values, line, column]``: a key is text, ``None`` where unknown, ``"**"`` for a spread."""
SEQ: Final = 9
"""``[SEQ, items]``"""
UNION: Final = 10
"""``[UNION, values]``: one of them; ``[UNION, values, True]``: or one of those beyond the bound."""
OPAQUE: Final = 11
"""``[OPAQUE]``: a comparison, a number, a size: carries nothing."""
CAUGHT: Final = 12
"""``[CAUGHT, handler, line, column]``: the exception that a handler caught."""
COMP: Final = 13
"""``[COMP, element, filtered]``: a comprehension; ``filtered`` says that a condition selects by key, or is the one key that is left out."""
ELEM: Final = 14
"""``[ELEM, owner]``: what iterating gives."""
SLICE: Final = 15
"""``[SLICE, owner, low, high]``: bounds are numbers or ``None``; ``"?"`` where unknown."""
SET: Final = 16
"""``[SET, owner, key, value, line, column]``: the owner after an item was set."""
DROP: Final = 17
"""``[DROP, owner, key]``: the owner after an item was removed."""
LAMBDA: Final = 18
"""``[LAMBDA, function]``: a nested function."""
UNPACK: Final = 20
"""``[UNPACK, owner, position]``"""
IMPORT: Final = 21
"""``[IMPORT, dotted]``"""
CLASS: Final = 22
"""``[CLASS, class]``"""
MASKIF: Final = 23
"""``[MASKIF, value]``: the value, or a mask where a condition holds."""
TOUCHED: Final = 24
"""``[TOUCHED, owner, call]``: the owner after it was given to a call that may have changed it in place."""
CHECKED: Final = 25
"""``[CHECKED, owner]``: the owner where a test has shown it to be one of known values, or of harmless form;
``[CHECKED, owner, "asked", call]``: the owner behind a call that was given it, whose function tells whether it raises for unknown ones;
``[CHECKED, owner, "error"]``: an answer where a test has shown that it only tells an error;
``[CHECKED, owner, "named"]``: a value where a test has shown that it is called otherwise than a secret (behind it the names of a
list that it is not in), ``"among"`` by one of some names, ``"begun"`` by one that begins with some text;
``[CHECKED, owner, "refused"]``: a token where its verifier did not accept it;
``[CHECKED, owner, "@key"]``: a mapping where a test has shown that what stands under that key is one of known values;
``[CHECKED, owner, "flat"]``: a value where a test has shown that it is no mapping;
``[CHECKED, owner, "literal"]``: a value where a test has shown that it is one that stands in the code;
``[CHECKED, owner, "url"]``: an address where a test has shown that it is a file's."""
COND: Final = 26
"""``[COND, operator, operands]``: what an ``if`` or ``while`` tests; the operator is ``not``, ``and``, ``or``, ``==``, ``!=``, ``is``,
``is not``, ``in``, ``not in``, or ``<`` for every other comparison, of two the smaller first."""

Node = list[Any]


class Comment(msgspec.Struct, frozen=True, array_like=True):
    """A ``logproof:`` comment."""

    line: int
    column: int
    """1-based."""
    end_column: int
    text: str
    first: int
    """First line of the statement that it covers."""
    last: int


class Handler(msgspec.Struct, array_like=True):
    """One ``except`` clause and the part of the body that it guards."""

    types: list[str]
    """Dotted names; empty for a bare ``except``."""
    calls: tuple[int, int]
    """Range in ``Body.calls``."""
    raises: tuple[int, int]
    """Range in ``Body.raises``."""
    line: int
    column: int = 0
    orelse: bool = False
    """Whether the ``try`` has an ``else``."""
    rebinds: bool = False
    """Whether that part gives a new value to a name that had one before: what follows can see that it came to its end."""
    fills: bool = False
    """Whether it puts an item into what a name held before."""
    idle: bool = False
    """Whether it does nothing that could fail, and asks for nothing that may be missing."""


class Raise(msgspec.Struct, array_like=True):
    """One ``raise``."""

    value: int
    line: int
    column: int


class Body(msgspec.Struct, array_like=True):
    """The part of a function that is read only when a flow comes through it."""

    nodes: list[Node]
    calls: list[int]
    returns: list[int]
    raises: list[Raise]
    handlers: list[Handler]
    final: dict[str, int]
    """Name to value at the end, for functions with functions inside and for the module."""
    ways: msgspec.Raw = msgspec.Raw(b"\x90")
    """Encoded markers of `checker.source.ir.ways`."""
    shapes: list[Shape] = []
    """How those calls of loggers' methods are written of which there is something to tell."""
    dropped: list[int] = []
    """Calls of which nothing keeps the result, where that matters (``gather()``, ``create_task()``)."""
    leaving: list[tuple[int, int, str, bool]] = []
    """Statements that leave a ``finally``: line, column, ``return``, ``break`` or ``continue``, and whether a clause for every error stands
    before."""
    effects: list[int] = []
    """Calls that are statements of their own."""


class Store(msgspec.Struct, array_like=True):
    """``owner.name = value``"""

    owner: str
    """The owner's source where it is a dotted name, else ``""``."""
    name: str
    value: int
    line: int
    column: int
    guarded: bool


class Evidence(msgspec.Struct, array_like=True):
    """A value's member or use that tells what it is: ``config["password"]``, ``connect(password=pw)``."""

    owner: str
    """Source of the value: ``config``, ``self.options``."""
    name: str
    """The telling key, attribute or keyword."""
    line: int
    column: int


STATIC, OF_CLASS, PROPERTY, ASYNC, GENERATOR, HANDLES, LEAVES = 1, 2, 4, 8, 16, 32, 64
"""Bits of what a function is: a static method, one of its class, a property, a coroutine, a generator, one with an ``except`` clause, and
one that leaves a ``finally``.
"""


class Function(msgspec.Struct, array_like=True):
    """The part of a function that every run reads: of tuples, because most have none of most things, and an empty tuple takes no room."""

    name: str
    """Qualified: ``Cart.add``, ``wrap.inner``; ``""`` for the module."""
    line: int
    end: int
    cls: int
    """Position in ``ModuleFacts.classes``, -1 for none."""
    parent: int
    """Position of the enclosing function; the module's for top-level ones; -1 for the module."""
    params: tuple[str, ...]
    annotations: tuple[str, ...]
    """Dotted names in each parameter's annotation, parted by blanks."""
    positional: int
    """How many parameters can be given by position."""
    vararg: int
    kwarg: int
    """Position in ``params``, -1 for none."""
    returns: str
    """The return annotation's dotted names."""
    decorators: tuple[int, ...]
    """Nodes of the parent's table."""
    flags: int
    """Bits: ``STATIC`` to ``LEAVES``."""
    raises: int
    """How many ``raise`` statements it has."""
    sinks: tuple[int, ...]
    """Calls that may write a log, by the last part of their name."""
    staged: tuple[int, ...]
    """Sinks that are reached only where a condition asks for debugging or a stage (``if settings.DEBUG:``)."""
    refused: tuple[int, ...]
    """Sinks that are reached only where a server has refused (``if response.status != 200:``)."""
    rescues: tuple[tuple[int, int], ...]
    """Sinks inside ``except`` clauses, and the position of the clause in ``Body.handlers``."""
    setups: tuple[tuple[int, bool], ...]
    """Calls that may switch something on; whether guarded by a condition."""
    called: tuple[str, ...]
    """Last part of the name of everything called, sorted."""
    stores: tuple[Store, ...]
    members: tuple[Evidence, ...]
    uses: tuple[Evidence, ...]
    caught: tuple[str, ...]
    """Last part of the name of every exception that it has a handler for, sorted."""
    required: int = 0
    """How many parameters, from the first on, have no default."""


class Field(msgspec.Struct, array_like=True):
    """``name: annotation = value`` in a class body."""

    name: str
    annotation: str
    value: int
    """Node of the enclosing function's table, -1 for none."""
    line: int


class Class(msgspec.Struct, array_like=True):
    """A class statement."""

    name: str
    line: int
    function: int
    """The enclosing function, whose table its nodes are in."""
    bases: list[str]
    decorators: list[int]
    keywords: dict[str, Any]
    """Constant keywords of the class statement (``repr=False`` of SQLModel and its kind)."""
    fields: list[Field]
    methods: dict[str, int]


class Outline(msgspec.Struct, frozen=True, array_like=True):
    """What a report says of one file, whatever is found in it."""

    path: str
    lines: int = 0
    test: bool = False
    unread: str = ""
    unread_line: int = 1
    comments: list[Comment] = []
    functions: msgspec.Raw = msgspec.Raw(msgspec.msgpack.encode(()))
    """Name, first and last line of each, encoded: few files are asked for theirs."""
    telling: bool = False
    """Whether its bytes hold words of logging configuration."""
    own_logger: bool = False
    """Whether it logs to a logger of its own name."""
    glimpse: bytes = b""
    """What `checker.logconfig.uses.glimpse` says of it, encoded: few runs ask."""

    def named(self) -> list[tuple[str, int, int]]:
        """Every function that has a name, with its first and last line."""
        return _NAMED.decode(self.functions)


class ModuleFacts(msgspec.Struct):
    """Everything that the join knows of one file."""

    path: str
    lines: int = 0
    unread: str = ""
    """Why it could not be read or parsed; ``""`` where it was."""
    unread_line: int = 1
    test: bool = False
    main: bool = False
    """Whether it has an ``if __name__ == "__main__"`` part."""
    imports: list[str] = []
    """Dotted names of all imported modules, sorted."""
    comments: list[Comment] = []
    functions: list[Function] = []
    classes: list[Class] = []
    bodies: list[bytes] = []
    """Each function's Body, encoded."""

    def outline(self, *, telling: bool = False, own_logger: bool = False, glimpse: bytes = b"") -> Outline:
        """The part that every run needs."""
        named = [(one.name, one.line, one.end) for one in self.functions if one.name and "<" not in one.name]
        functions = msgspec.Raw(_encoder.encode(named))
        comments = self.comments
        return Outline(self.path, self.lines, self.test, self.unread, self.unread_line, comments, functions, telling, own_logger, glimpse)


_NAMED = msgspec.msgpack.Decoder(list[tuple[str, int, int]])
_MARKERS = msgspec.msgpack.Decoder(list[list[Any]])
_BODY = msgspec.msgpack.Decoder(Body)
_encoder = msgspec.msgpack.Encoder()


def pack(body: Body) -> bytes:
    """Encode a body."""
    return _encoder.encode(body)


def markers_of(body: Body) -> list[list[Any]]:
    """Decode a function's markers."""
    return _MARKERS.decode(body.ways)


def raw(value: Any) -> msgspec.Raw:
    """Encode a part that is decoded on its own."""
    return msgspec.Raw(_encoder.encode(value))


def unpack(data: bytes) -> Body:
    """Decode a body."""
    return _BODY.decode(data)
