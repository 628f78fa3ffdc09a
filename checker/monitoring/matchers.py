"""Matchers of routes and inhibitions: the old mappings, the new texts, and the operator's resources."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.values import Map, Value
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tokens import unquoted
from checker.monitoring.fields import entries, flag, items, setting, text

_MATCHER = re.compile(
    r"\s*(?P<label>\"(?:\\.|[^\"\\])*\"|[^\s=!~,\"{}]+)\s*(?P<op>=~|!~|!=|=)\s*(?P<value>\"(?:\\.|[^\"\\])*\"|'[^']*'|[^,}]*)\s*(?:,|$)"
)


def matchers(held: dict[str, Value], before: str = "") -> tuple[tuple[Matcher, ...], str]:
    """Every matcher, and why there may be more; ``before`` is ``source_`` or ``target_`` in an inhibition."""
    found: list[Matcher] = []
    doubt = ""
    for key, op in ((f"{before}match", "="), (f"{before}match_re", "=~")):
        for label, value in entries(held.get(key)).items():
            told = setting(value)
            shown = str(told.value).lower() if isinstance(told.value, bool) else str(told.value)
            found.append(Matcher(label, op, shown, value.span, told.unknown or told.open))
    camel = f"{before.rstrip('_')}Match"
    for one in [*items(held.get(f"{before}matchers")), *items(held.get(camel))]:
        made = list(_of_resource(one)) if isinstance(one.data, Map) else list(_of_text(one))
        doubt = doubt or ("" if made else one.reason or "a matcher that is not understood")
        found += made
    return tuple(found), doubt


def _of_text(value: Value) -> Iterator[Matcher]:
    """``severity="critical", team=~"a|b"``"""
    told = setting(value)
    if told.unknown or not isinstance(told.value, str):
        return
    written = told.value.strip()
    written = written.removeprefix("{").removesuffix("}") if written.startswith("{") else written
    at = 0
    while at < len(written):
        match = _MATCHER.match(written, at)
        if match is None or match.end() == at:
            return
        label, raw = match["label"], match["value"].rstrip()
        shown = unquoted(raw) if raw[:1] == '"' and len(raw) > 1 else raw
        yield Matcher(label.strip('"'), match["op"], shown, value.span, told.open)
        at = match.end()


def _of_resource(value: Value) -> Iterator[Matcher]:
    """``{name: severity, matchType: "=", value: critical}``"""
    held = entries(value)
    op = text(held.get("matchType")) or ("=~" if flag(held.get("regex"), default=False) else "=")
    if "name" in held and op in ("=", "!=", "=~", "!~"):
        told = setting(held["value"]) if "value" in held else None
        yield Matcher(text(held["name"]), op, str(told.value) if told is not None else "", value.span, told.unknown if told else "")
