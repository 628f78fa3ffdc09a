"""The whole of `verify`: a release -> claims -> rules -> findings -> verdict. Apart from `check`, whose modules it does not wait for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

import checker
from checker import suppress, tree, verdict
from checker.model import Report
from checker.policy import load, waivers_for
from checker.release.claims import Claim
from checker.release.evidence import Asked
from checker.release.wanted import Release
from checker.rule import Rule, kind
from checker.rules import registry
from checker.run_facts import ExpiredSuppression, UnreadFile

_OF_A_RELEASE = frozenset(map(kind, (Claim, UnreadFile, ExpiredSuppression)))

_SHIPPED = "checker.rules.release."


class ReleaseRequest(msgspec.Struct, frozen=True):
    """What one look at a release is asked for."""

    asked: Asked
    now: datetime
    """The clock, in UTC: nothing may be signed after it, and waivers expire by it."""
    root: str = "."
    """The folder whose settings hold, and from which findings are placed."""
    place: str = ""
    """The release folder, from the root; with ``/`` at its end."""
    config: str | None = None
    """Settings that hold beside a policy that is named; without either, those of ``root`` do."""
    policies: tuple[str, ...] = ()
    wanted: Release | None = None
    """What the command line says instead of a policy."""
    expected: tuple[tuple[str, str], ...] = ()
    """``version``, ``commit``, ``ref``, ``sums``, ``root``: what the command line adds to it."""


class Verified(msgspec.Struct, frozen=True):
    """What one look at a release found."""

    report: Report
    wanted: Release | None = None
    """What was asked of it."""
    settings: str = ""
    """The settings file that held, from ``root``; ``""`` where none did."""


def verify(request: ReleaseRequest) -> Verified:
    """Hold a release against its policy: a finding for every claim that does not hold. Raises LogproofError where nothing can be judged."""
    from checker import proof  # brings sigstore

    rules = registry()
    config = Path(request.config) if request.config else None
    # Whoever wrote what is released may have written the settings that lie beside it: they do not mend a policy that was named.
    named = bool(request.policies or request.wanted)
    policy = load(Path(request.root), config=config, policies=request.policies, rules=rules, cache=False, alone=named)
    wanted = proof.asked_of(request.wanted or policy.release, dict(request.expected), whole=bool(request.asked.folder))
    proven = proof.prove(request.asked, wanted, request.now)
    names = {word: rule.name for rule in rules for word in (rule.name, rule.code)}
    locked = frozenset(rule.name for rule in rules if policy.rules[rule.name].locked)
    known = suppress.Known(names, {rule.name: rule.code for rule in rules}, locked, request.now.date().isoformat())
    in_force = tuple(rule for rule in rules if policy.rules[rule.name].enabled and (rule.binding or rule.about in _OF_A_RELEASE))
    facts = [*proven.placed(request.place), *suppress.expired((), policy.waivers, known)]
    said = [
        verdict.finding(rule, policy.rules[rule.name], message, fact.span)
        for fact in facts for rule in in_force if _speaks(rule, fact)
        for message in verdict.messages(rule, fact, None, policy.rules[rule.name].parameters)
    ]  # fmt: skip
    parted = suppress.silence(verdict.ordered(said), (), lambda path: waivers_for(policy, path), known)
    made = proof.report(proven, request.root, request.place, request.now, policy, wanted, parted.shown, parted.suppressed)
    return Verified(
        replace(made, rules=tuple(rule.info() for rule in in_force), root=tree.shown(request.root), version=checker.__version__),
        wanted,
        policy.settings,
    )


def _speaks(rule: Rule, fact: Claim | UnreadFile | ExpiredSuppression) -> bool:
    """Whether a rule is for a fact. The shipped ones say nothing of claims that hold, nor of other rules': those need not be imported."""
    if rule.about != kind(type(fact)):
        return False
    return not isinstance(fact, Claim) or not rule.module.startswith(_SHIPPED) or (not fact.holds and fact.rule == rule.name)
