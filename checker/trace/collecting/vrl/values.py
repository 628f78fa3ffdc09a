"""Values of Vector's remap language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from checker.trace.collecting.carried import same
from checker.trace.rendering.line import Field
from checker.trace.wording import Match, Text, anything, known

Value: TypeAlias = "Text | Mapping[str, Field] | bool | Unknown | None"


class Unknown:
    """A value of which nothing is known."""


class FailedError(Exception):
    """A function failed, so that the program ends and the record stays as it was."""


def field(value: Value, name: str) -> Field:
    """A value as it stands in a record."""
    if isinstance(value, Text | Mapping):
        return value
    if isinstance(value, bool):
        return known(str(value).lower())
    return anything(name.strip(".")) if isinstance(value, Unknown) else known("null")


def equal(left: Value, right: Value, what: str) -> Match:
    """Whether two values are the same."""
    if isinstance(left, Unknown) or isinstance(right, Unknown) or isinstance(left, Mapping) or isinstance(right, Mapping):
        return Match(outcome=None, why=f"what {what} is is not known")
    if isinstance(left, Text) and isinstance(right, Text) and right.literal is not None:
        return same(left, right.literal, what)
    if isinstance(left, Text) or isinstance(right, Text):
        return Match(outcome=False, why=f"{what} is not so")
    return Match(outcome=left is right, why="" if left is right else f"{what} is not so")
