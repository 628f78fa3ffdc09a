"""Some mutants of each run of the tests; ``python -m tests.release.fuzz`` tries any number."""

from __future__ import annotations

import json
import random
from contextlib import closing

import pytest

from tests.release import explained
from tests.release.fuzz import Run, main
from tests.release.mutants import mutated
from tests.release.sigstore import Sigstore

COUNT = 400


def test_mutants_are_refused_or_explained(sigstore: Sigstore) -> None:
    """No mutant raises anything but a refusal, and each that is accepted differs only where nothing is authenticated and nothing used."""
    with closing(Run(7, sigstore)) as run:
        assert [(failure.number, failure.kind, failure.wrong) for failure in run.failures(range(COUNT))] == []
    assert run.tried.total() == COUNT
    assert all(run.accepted[kind] for kind in ("bundle", "root", "statement"))  # else nothing was compared


def test_mutants_depend_on_seed_and_number_alone() -> None:
    """The same document gives the same mutant for the same seed, and another one for another."""
    document = {"a": [1, {"b": "MDEyMzQ1Njc4OTAxMjM0NTY3ODk="}], "c": "text"}
    made = [mutated(document, [document], random.Random(f"{seed}:{number}")) for seed in (1, 1, 2) for number in range(30)]
    assert made[:30] == made[30:60]
    assert made[:30] != made[60:]


@pytest.mark.parametrize(
    ("mutant", "unknown"),
    [({"a": 1}, []), ({"a": 2}, ["a"]), ({}, ["a"]), ({"a": 1, "b": [1]}, ["b"]), ({"a": True}, ["a"]), ({"a": 1, "keyid": "x"}, [])],
)
def test_what_nothing_explains(mutant: object, unknown: list[str]) -> None:
    """Every place that differs is told unless a reason is known for it."""
    assert explained.reasons_for({"a": 1}, json.dumps(mutant).encode(), {"keyid": "a hint"})[1] == unknown
    assert explained.reasons_for({"a": 1}, b"no JSON", {})[1] == [""]


def test_the_command_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """The command tries as many as it was told, and says so."""
    assert main(["--count", "25", "--seed", "3"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("25 mutants: ")
