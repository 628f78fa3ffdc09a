"""Rows that an object mapper gives, ``Key.objects.get(pk=1)``, ``Key.query.first()``, ``session.get(Key, 1)``: what their text shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.holding.objects import is_record, shown
from checker.source.flow.literal import bare, plain
from checker.source.flow.origin import CLEAN, UNKNOWN, Flow, Found, Place
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ONE = frozenset({"get", "create", "first", "last", "earliest", "latest", "one", "one_or_none", "first_or_404", "get_or_404"})
"""Methods of a table that give one row; `aget` and the like are those of Django that are awaited."""
_PAIRS = frozenset({"get_or_create", "update_or_create"})
"""Methods of Django that give a row, and whether it is new."""
_ASYNC = frozenset(f"a{name}" for name in _ONE | _PAIRS)
_NARROW = frozenset(
    {"filter", "exclude", "order_by", "select_related", "prefetch_related", "select_for_update", "using", "annotate", "distinct", "all"}
    | {"filter_by", "options", "where", "join", "with_for_update", "limit"}
)
"""Methods that give fewer rows, or the same ones in another order."""
_TABLES = frozenset({"objects", "_default_manager", "_base_manager", "query"})
"""Attributes of a class by which its rows are asked for."""
_MODELS = frozenset(
    {"django.db.models.Model", "django.contrib.gis.db.models.Model", "sqlalchemy.orm.DeclarativeBase", "flask_sqlalchemy.SQLAlchemy.Model"}
)
"""Bases whose own text is the class's name and the row's number or place, ``Key object (1)``."""
_VALUES = "values"
_COLUMN = "Field"
"""How classes of columns end: ``models.CharField``, ``EncryptedTextField``."""
_FINDERS = frozenset({"get_object_or_404", "aget_object_or_404"})
_MOST_STEPS = 8


def row(follower: Follower, fn: Fn, node: ir.Node, place: Place) -> Flow | None:
    """What the text of a row shows that a call gives; ``None`` of any other call, and where nobody knows what its text is."""
    if _gives_all(fn, node):
        cls = _table_of(follower, fn, bare(fn, fn.body.nodes[node[1]][1]))
        return columns(follower, cls, place) if cls is not None else None
    return _shown(follower, _class_of(follower, fn, node), place)


def each(follower: Follower, fn: Fn, node: int, place: Place) -> Flow | None:
    """The same of what a loop over rows takes: ``for key in Key.objects.filter(old=True):``, ``for key in Key.query.all():``."""
    record = fn.body.nodes[bare(fn, node)]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if record[0] == ir.CALL and _gives_all(fn, record):
        return row(follower, fn, record, place)
    if callee[0] != ir.ATTR or callee[2] not in _NARROW:
        return None
    return _shown(follower, _table_of(follower, fn, bare(fn, node)), place)


def columns(follower: Follower, cls: Cls, place: Place, gone: frozenset[str] = frozenset()) -> Flow | None:
    """What the first column of a table of Django's that is called after a secret shows, where all but those ``gone`` are written out."""
    for base in follower.names.mro(cls)[0]:
        for field in base.record.fields:
            record = _made(base.fn, field.value)
            is_column = record[0] == ir.CALL and follower.text(base.fn, record[1]).endswith(_COLUMN)
            telling = follower.lexicon.tell(field.name) if is_column and field.name not in gone else None
            if telling is not None and telling.category in ("secret", "grave") and not telling.weak and not telling.company:
                step = (base.module.path, field.line, 0, f"`{cls.name}.{field.name}` is a column of it")
                return Flow(
                    (Found("container", f"a row of `{cls.name}`", cls.name, Confidence.HIGH, place, "members", telling.label, (step,)),)
                )
    return None


def as_dict(follower: Follower, fn: Fn, node: ir.Node, text: str, place: Place) -> Flow | None:
    """``model_to_dict(key)``: each column of a row; only those that are named, or all but those."""
    if len(node[2]) != 1 or node[2][0] < 0 or any(name == "fields" for name, _ in node[3]):
        return None
    named = [fn.body.nodes[plain(value)] for name, value in node[3] if name == "exclude"]
    gone = {str(fn.body.nodes[one][1]) for record in named if record[0] == ir.SEQ for one in record[1] if fn.body.nodes[one][0] == ir.CONST}
    entity, made = follower.names.entity(fn, node[2][0]), fn.body.nodes[bare(fn, node[2][0])]
    cls = entity[1] if entity is not None and entity[0] == "inst" else _row_of(follower, fn, made)
    return columns(follower, cls, place, frozenset(gone)) if cls is not None else None


def _row_of(follower: Follower, fn: Fn, made: ir.Node) -> Cls | None:
    """The class of a row that a call gives, or a loop over a query."""
    if made[0] == ir.ELEM:
        return _table_of(follower, fn, bare(fn, made[1]))
    return _class_of(follower, fn, made) if made[0] == ir.CALL else None


def _made(fn: Fn, value: int) -> ir.Node:
    """The call that makes a field of a class."""
    record: ir.Node = fn.body.nodes[value] if value >= 0 else [ir.OPAQUE]
    return fn.body.nodes[record[2]] if record[0] == ir.VAR else record


def _gives_all(fn: Fn, node: ir.Node) -> bool:
    """``Key.objects.values()``: every column, where none is named."""
    callee = fn.body.nodes[node[1]]
    return callee[0] == ir.ATTR and callee[2] == _VALUES and not node[2] and not node[3]


def _shown(follower: Follower, cls: Cls | None, place: Place) -> Flow | None:
    if cls is None:
        return None
    flow = shown(follower, cls, place, cls.name)
    bases = follower.names.mro(cls)[1]
    if flow is UNKNOWN and bases and _MODELS.issuperset(bases) and not is_record(follower, cls):
        return CLEAN
    return None if flow is UNKNOWN else flow


def is_pair(fn: Fn, node: ir.Node) -> bool:
    """Whether a call gives a row and whether it is new."""
    callee = fn.body.nodes[node[1]]
    return callee[0] == ir.ATTR and callee[2].removeprefix("a") in _PAIRS


def _class_of(follower: Follower, fn: Fn, node: ir.Node) -> Cls | None:
    """The project's class of which a call gives a row."""
    callee = fn.body.nodes[node[1]]
    if callee[0] != ir.ATTR:
        name = follower.text(fn, node[1]).rpartition(".")[2]
        return _cls(follower, fn, node[2][0]) if name in _FINDERS and node[2] and node[2][0] >= 0 else None
    if callee[2] not in _ONE and callee[2] not in _PAIRS and callee[2] not in _ASYNC:
        return None
    return _table_of(follower, fn, bare(fn, callee[1]))


def _table_of(follower: Follower, fn: Fn, at: int) -> Cls | None:
    """The project's class of whose rows a query gives some: ``Key.objects.filter(old=True).order_by("id")``."""
    for _ in range(_MOST_STEPS):
        record = fn.body.nodes[at]
        if record[0] == ir.ATTR:
            return _cls(follower, fn, record[1]) if record[2] in _TABLES else None
        method = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] != ir.CALL or method[0] != ir.ATTR or method[2] not in _NARROW:
            return None
        at = bare(fn, method[1])
    return None


def _cls(follower: Follower, fn: Fn, node: int) -> Cls | None:
    entity = follower.names.entity(fn, node)
    return entity[1] if entity is not None and entity[0] == "cls" else None
