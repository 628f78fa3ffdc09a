"""What code gets that asks the environment: what the project sets in production, else the default, which stays open, or unknown."""

from __future__ import annotations

from checker import patterns as re
from checker.logconfig.evaluate.machine import Machine
from checker.logconfig.switches import is_yes
from checker.logconfig.values import Items, Made, Ref, Value, unknown
from checker.model import Span

_PLAIN = frozenset(("os.environ.get", "os.getenv", "os.environ.setdefault", "os.environ.pop", "environ.get"))
"""They give text as it stands."""
_MAKERS = re.compile(r"(?:^|\.)(?:Env|FileAwareEnv|AutoConfig|Config|EnvMixin)$")
_READS = re.compile(
    r"(?:^|\.)(?:Env|FileAwareEnv|AutoConfig|Config|EnvMixin)\(\)\.(?:bool|str|int|float|list|tuple|get|get_value|log_level)$"
)
_OTHERS = frozenset(("decouple.config",))


def asks(dotted: str) -> bool:
    """Whether a library's function reads a variable."""
    return dotted in _PLAIN or dotted in _OTHERS or bool(_READS.search(dotted))


def is_maker(callee: str) -> bool:
    """Whether what a class makes reads a variable when it is called, as django-environ's ``Env`` does."""
    return bool(_MAKERS.search(callee))


def asked(
    machine: Machine, callee: str, arguments: list[Value], keywords: dict[str, Value], span: Span, maker: Made | None = None
) -> Value:
    """What a call gives that reads a variable."""
    name = arguments[0].data if arguments and isinstance(arguments[0].data, str) else "of a name that is not known"
    default = arguments[1] if len(arguments) > 1 else keywords.get("default", keywords.get("default_value"))
    cast = keywords.get("cast")
    to_bool = callee.endswith(".bool") or (cast is not None and isinstance(cast.data, Ref) and cast.data.dotted == "bool")
    scheme = maker.keywords.get(name) if maker is not None else None
    if default is None and scheme is not None and isinstance(scheme.data, Items) and len(scheme.data.values) > 1:
        default = scheme.data.values[1]  # `environ.Env(LOG_LEVEL=(str, "INFO"))`
    turned = machine.switches.text(name, span.path)
    if turned is not None:
        typed = to_bool or (callee not in _PLAIN and (isinstance(default and default.data, bool) or _is_bool(scheme)))
        return Value(is_yes(turned.data) if typed else turned.data, turned.span, open=turned.open)
    reason = f"the environment variable {name}"
    if default is None or not default.known or isinstance(default.data, Ref | Made):
        return unknown(span, reason)
    data = default.data
    if to_bool and isinstance(data, str):
        data = is_yes(data)
    return Value(data, span, open=reason)


def _is_bool(scheme: Value | None) -> bool:
    """``(bool, False)`` or ``bool``, as `environ.Env(DEBUG=(bool, False))` has it."""
    first = scheme.data.values[0] if scheme is not None and isinstance(scheme.data, Items) and scheme.data.values else scheme
    return first is not None and isinstance(first.data, Ref) and first.data.dotted == "bool"
