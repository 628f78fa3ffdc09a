"""The one exception of this package: what was claimed, what was wanted, and what was found instead."""

from __future__ import annotations

LONGEST = 200
"""Characters of one value in a sentence."""


class Refused(Exception):  # noqa: N818 - what it is, not that it is an error
    """A claim does not hold, or cannot be read; the sentence is ``CLAIM: wanted WANTED, found FOUND``."""

    def __init__(self, rule: str, claim: str, wanted: str, found: str) -> None:
        super().__init__(f"{claim}: wanted {wanted}, found {found}")
        self.rule = rule
        """Name of the rule that it breaks: ``bad-signature``."""
        self.claim = claim
        """What was claimed, as a noun: ``the signature``."""
        self.wanted = wanted
        self.found = found


def quoted(value: object) -> str:
    """A value from untrusted input: short, between double quotes, and nothing in it that a terminal would obey."""
    text = str(value)
    shown = "".join(letter if letter.isprintable() and letter != '"' else ascii(letter)[1:-1] for letter in text[:LONGEST])
    return f'"{shown}..."' if len(text) > LONGEST else f'"{shown}"'


def listed(values: object) -> str:
    """Several wanted values as ``"a" or "b"``."""
    return " or ".join(quoted(value) for value in values) if isinstance(values, tuple | list) else quoted(values)
