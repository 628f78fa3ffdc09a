"""What made a handler in code, and of which class: Python's, a library's or one of the project's."""

from __future__ import annotations

from checker.logconfig.evaluate.scope import Cls, Instance
from checker.logconfig.values import Made, Ref, Value

_DEEPEST = 8


def made_handler(value: Value) -> tuple[Made | None, str]:
    """What made a handler, and its class; a project's own class has its own name."""
    data = value.data
    if isinstance(data, Made) and data.callee.endswith(("Handler", "handler")):
        return data, data.callee
    if isinstance(data, Instance) and isinstance(data.made, Made) and _is_handler(data.cls):
        return data.made, f"project.{data.cls.name}"
    return None, ""


def standard(value: Value) -> str:
    """The handler of Python's whose constructor a project's class has kept."""
    cls = value.data.cls if isinstance(value.data, Instance) else None
    base = cls.bases[0].data if cls is not None and len(cls.bases) == 1 and "__init__" not in cls.scope.names else None
    return base.dotted if isinstance(base, Ref) else ""


def _is_handler(cls: Cls, depth: int = 0) -> bool:
    if cls.name.endswith("Handler"):
        return True
    named = (
        isinstance(one.data, Ref) and one.data.dotted.startswith("logging.") and one.data.dotted.endswith("Handler") for one in cls.bases
    )
    return any(named) or (depth < _DEEPEST and any(isinstance(one.data, Cls) and _is_handler(one.data, depth + 1) for one in cls.bases))
