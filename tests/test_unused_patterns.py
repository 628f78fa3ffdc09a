"""Patterns that are compiled when they are first used are the patterns that they stand for."""

from __future__ import annotations

import pickle
import pkgutil
import re
from importlib import import_module
from types import ModuleType

import pytest

import checker
from checker import patterns
from checker.patterns import _Compiled


def _modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(checker.__path__, "checker.")
    return [import_module(one.name) for one in found if not one.name.endswith("__main__")]


def test_every_pattern_that_a_module_names_can_be_compiled() -> None:
    """A mistake in a pattern does not wait for the run that is the first to use it."""
    named = [value for module in _modules() for value in vars(module).values() if isinstance(value, _Compiled)]
    assert len(named) > 100
    for one in named:
        assert re.compile(one.pattern, one.flags).groups == one.groups


def test_a_pattern_finds_what_the_same_of_re_finds() -> None:
    """Whether it is asked for the first time or again, and whatever it is asked."""
    text, flags = r"(?P<word>[a-z]+)-(\d+)", patterns.IGNORECASE
    for ask in ("search", "match", "fullmatch", "findall", "split"):
        lazy, own = patterns.compile(text, flags), re.compile(text, flags)
        for subject in ("Ab-12", "x Ab-12, c-3", ""):
            given, wanted = getattr(lazy, ask)(subject), getattr(own, ask)(subject)
            assert repr(given) == repr(wanted)
    lazy = patterns.compile(text, flags)
    assert (lazy.groupindex, lazy.groups, lazy.flags, lazy.pattern) == (own.groupindex, own.groups, own.flags, own.pattern)
    assert lazy.sub(r"\g<word>", "Ab-12") == "Ab"
    assert [found[2] for found in patterns.compile(rb"(a)(\d)").finditer(b"a1 a2")] == [b"1", b"2"]


def test_a_pattern_can_be_sent_to_another_process() -> None:
    """Used or not."""
    lazy = patterns.compile(r"\d+")
    assert pickle.loads(pickle.dumps(lazy)).findall("1 22") == ["1", "22"]
    assert lazy.findall("1 22") == ["1", "22"]
    assert pickle.loads(pickle.dumps(lazy)).findall("1 22") == ["1", "22"]


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    """As `re` tells it."""
    with pytest.raises(re.error, match="unterminated"):
        patterns.compile("(").search("a")
