"""What a finding is, apart from where it stands: what its fingerprint is made of, and what a baseline remembers.

Neither line nor path belongs to it, so that it survives code that moves and files that are renamed; nor does wording that could change
with the next version. What belongs to it are names and code: the rule, the function, the statement (in a form that no formatter changes),
the value that leaks and the functions that it came through.
"""

from __future__ import annotations

import hashlib

import msgspec

from checker.model import Finding

_FORM = "1"
"""Counted up when the same finding gets another fingerprint."""
_LENGTH = 32
"""Hex digits of a fingerprint: 128 bits."""


class Identity(msgspec.Struct, frozen=True):
    """The parts by which two findings are the same."""

    rule: str
    """Its name."""
    function: str
    """Qualified name, ``""`` at module level."""
    statement: str
    value: str
    """The expression that leaks, where it was recognised: ``settings.api_key``; of a switch its name."""
    leaks: str
    """What a message calls all that leaks there: ``API key; password``."""
    via: tuple[str, ...]
    """The other functions that the value comes through, from birth on."""

    @property
    def fingerprint(self) -> str:
        """Hex."""
        text = "\0".join((_FORM, self.rule, self.function, self.statement, self.value, self.leaks, *self.via))
        return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]


def identity(found: Finding) -> Identity:
    """What a finding is; one without a statement (an unread file, a waiver) is told apart by its file and its message."""
    properties = dict(found.properties)
    value = properties.get("value") or properties.get("setup") or ""
    if not found.statement and not value:
        value = f"{found.span.path}: {found.message}"
    return Identity(found.rule, found.function, found.statement, value, properties.get("leaks", ""), found.via)
