"""Placeholders of templates and of the environment in text: what is filled in later is not known now."""

from __future__ import annotations

from collections.abc import Iterable

from checker import patterns as re
from checker.logconfig.values import ELLIPSIS, Value
from checker.model import Span

_PLACEHOLDER = re.compile(
    r"\$\{(?P<name>[^{}:]*)(?:(?P<sign>:-|:=|-|:)(?P<default>(?:(?!\$\{)[^}])*(?:\$\{[^{}]*)?))?\}"
    r"|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|<%(?:(?!<%).)*?%>|@@?[A-Z][A-Z0-9_]+@@?|(?<![%$\w])\$[A-Z][A-Z0-9_]{2,}\b"
)
_STATEMENT = re.compile(r"[{<]%(?!\(\w{1,40}\))")
"""Not the brackets of a format: ``<%(name)s>``."""
_EXAMPLES = (
    "changeme", "change_me", "change-me", "example", "xxx", "your", "todo", "dummy", "placeholder", "replace", "redacted", "removed",
    "insert", "<", "…", "***",
)  # fmt: skip
"""Words of values that a person is to put another one in the place of; rules about literal secrets take further ones as a parameter."""
_INTEGER = re.compile(r"-?\d{1,15}")


def filled(text: str, span: Span) -> Value:
    """Text with its placeholders: a whole one with a default is that and stays open, without it is unknown; parts are an ellipsis."""
    match = _PLACEHOLDER.search(text)
    if match is None:
        return Value(text, span)
    reason = f"the placeholder {match[0][:60]}"
    if match[0] == text.strip():
        if match["default"] is not None:
            default = match["default"].strip("\"'")
            return Value(int(default) if _INTEGER.fullmatch(default) else default, span, open=reason)
        from checker.logconfig.values import unknown

        return unknown(span, reason)
    return Value(_PLACEHOLDER.sub(lambda one: one["default"] if one["default"] is not None else ELLIPSIS, text), span, open=reason)


def is_template(text: str) -> bool:
    """Whether a template's own statements are in it, so that as it stands it need not parse."""
    return "{{" in text or bool(_STATEMENT.search(text))


def is_example(value: str, further: Iterable[str] = ()) -> bool:
    """Whether a value only shows where one is to be put."""
    small = value.lower()
    return any(word in small for word in (*_EXAMPLES, *further))
