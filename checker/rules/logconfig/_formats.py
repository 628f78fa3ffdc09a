"""Where a rule tells what a format leaves out: at the format, and once for all the handlers that write with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace

from checker.logconfig.facts import ConfiguredHandler
from checker.model import Confidence, Span
from checker.rule import Message

_FIELD = re.compile(r"%\((\w+)\)s")
_LOGURU = {"asctime": "time", "levelname": "level"}
"""What loguru calls the same."""
_MOST = 20
"""Handlers of one formatter that are compared."""
_RANK = {None: 0, Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def at_the_format(fact: ConfiguredHandler, judge: Callable[[ConfiguredHandler], Message | None], advice: str) -> Message | None:
    """What is said of a handler, at the format that it writes with; ``None`` where another handler of the same formatter tells it.

    ``advice`` is the page's, and is told with fields as that format writes them.
    Told by the handler that is surest, the first of several. A handler without a format of its own file is told of in its own place.
    """
    found = judge(fact)
    place = _format(fact)
    if found is None or place is None:
        return found
    own = fact.handler.formatter
    sharing = (
        one for one in fact.pipeline.handlers.values() if one.formatter is not None and own is not None and one.formatter.name == own.name
    )
    for other in islice(sharing, _MOST):
        if other.name == fact.handler.name:
            continue
        said = judge(ConfiguredHandler(other.span, fact.pipeline, other))
        if said is not None and (_RANK[said.confidence], other.span) < (_RANK[found.confidence], fact.handler.span):
            return None
    return replace(found, span=place, help=_in_its_style(fact, advice))


def _format(fact: ConfiguredHandler) -> Span | None:
    named = fact.handler.formatter
    formatter = fact.pipeline.formatters.get(named.name) if named is not None else None
    if formatter is None or formatter.format is None or formatter.format.span.path != fact.handler.span.path:
        return None
    return formatter.format.span


def _in_its_style(fact: ConfiguredHandler, advice: str) -> str:
    """``""``, for the page's own words, where the format is written with percent signs."""
    formatter = fact.pipeline.formatters[fact.handler.formatter.name] if fact.handler.formatter is not None else None
    if fact.pipeline.kind == "loguru":
        return _FIELD.sub(lambda match: f"{{{_LOGURU.get(match[1], match[1])}}}", advice)
    if formatter is None or formatter.style == "%":
        return ""
    return _FIELD.sub(r"{\1}" if formatter.style == "{" else r"${\1}", advice)
