"""Tests of alert rules."""

from __future__ import annotations

import msgspec

from checker.logconfig.model import PRODUCTION, Reference, Setting
from checker.model import Span


class RuleTest(msgspec.Struct, frozen=True):
    """A file of tests of alert rules."""

    span: Span
    """Of its list of files."""
    files: tuple[Setting, ...]
    """The files of rules that it reads: paths or patterns from its own folder."""
    expected: tuple[Reference, ...]
    """The alerts that its tests ask for."""
    environment: str = PRODUCTION
    templated: bool = False
