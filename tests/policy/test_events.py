"""What settings and packs ask of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import policy
from checker.errors import LogproofError
from checker.rules import registry
from checker.trace.wanted import Wanted

_SETTINGS = """\
policy: [default, ./house.yaml]
events:
  authn_login_fail: {fields: [user, source_ip], max-detect: 15m}
  order_refunded: shipped
"""
_PACK = """\
name: house
description: What the house asks.
events:
  authn_login_fail: {must-be: routed, max-detect: 1h30m, runbook: true}
  authz_fail: alerted
"""


def load(folder: Path, settings: str, pack: str = _PACK, *, cache: bool = False) -> policy.Effective:
    """What holds with these settings and this pack."""
    (folder / "logproof.yaml").write_text(settings, encoding="utf-8")
    (folder / "house.yaml").write_text(pack, encoding="utf-8")
    return policy.load(folder, rules=registry(), cache=cache)


def bare(event: Wanted) -> Wanted:
    """Without its place."""
    return Wanted(event.name, event.reach, event.always, event.fields, event.seconds, event.runbook)


def test_layers_are_joined_key_by_key(tmp_path: Path) -> None:
    """What settings say of an event holds, what they leave out stays as the pack has it, and each knows where it was last spoken of."""
    found = load(tmp_path, _SETTINGS).events
    assert [bare(one) for one in found] == [
        Wanted("authn_login_fail", "routed", False, ("user", "source_ip"), 900.0, True),
        Wanted("authz_fail", "alerted"),
        Wanted("order_refunded", "shipped", True),
    ]
    assert [(one.file, one.line) for one in found] == [("logproof.yaml", 3), ("house.yaml", 5), ("logproof.yaml", 4)]


def test_the_cache_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that reads what holds from the cache gets the same events."""
    monkeypatch.setenv("LOGPROOF_CACHE_DIR", str(tmp_path / "cache"))
    first = load(tmp_path, _SETTINGS, cache=True)
    assert load(tmp_path, _SETTINGS, cache=True).events == first.events


def test_results_depend_on_them(tmp_path: Path) -> None:
    """The digest changes with what is asked, and not with where that stands."""
    one = load(tmp_path, _SETTINGS).digest
    assert load(tmp_path, f"# a comment\n{_SETTINGS}").digest == one
    assert load(tmp_path, _SETTINGS.replace("15m", "16m")).digest != one


def test_pyproject_may_ask(tmp_path: Path) -> None:
    """TOML says the same."""
    text = '[tool.logproof.events]\nsession_logout = "shipped"\n[tool.logproof.events.authz_fail]\nmax-detect = "1h"\nwhen = "emitted"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    found = policy.load(tmp_path, rules=registry(), cache=False).events
    assert [bare(one) for one in found] == [Wanted("session_logout", "shipped", True), Wanted("authz_fail", "routed", False, (), 3600.0)]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("routd", "routed"),
        ("{max-detect: 15 minutes}", "must be a duration such as 90s, 15m or 1h30m"),
        ("{max-detect: 15}", "text"),
        ("{reaches: routed}", "reaches"),
        ("{when: sometimes}", "always"),
        ("[routed]", "must be a mapping"),
    ],
)
def test_mistakes_are_told_with_their_place(asked: str, said: str, tmp_path: Path) -> None:
    """A word that is none, a time without a unit or an unknown key is an error at its line."""
    with pytest.raises(LogproofError) as caught:
        load(tmp_path, f"events:\n  authn_login_fail: {asked}\n")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("logproof.yaml", 2)
    assert said in f"{problem.message} {problem.hint}"
