"""From rules, findings and what was looked at to a verdict on each requirement.

A requirement is violated where a rule that serves it found something that is shown, and accepted where that is hidden. Where nothing was
found, it is met only if everything that it needs was there to be looked at: no finding where nothing was looked at shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker.coverage.model import Examined, Judged, Looked, Seen, Verdict
from checker.coverage.serving import judges_each, looks_at, serving
from checker.model import Finding
from checker.policy.effective import Effective, Requirement
from checker.policy.subjects import SUBJECTS
from checker.release.claims import Claim
from checker.rule import Rule, kind
from checker.source.facts.records import LogCall, RaiseText, ResponseCall

_PRODUCTION = frozenset({"production"})
_FOLLOWING = frozenset(map(kind, (LogCall, RaiseText, ResponseCall)))
"""Facts for which values are followed from where they are born."""
_LISTED = 3
"""So many places are named in a reason."""


class Findings(msgspec.Struct, frozen=True):
    """What the rules of a run said."""

    shown: Sequence[Finding]
    accepted: Sequence[Finding]
    """Those that somebody answers for: suppressed, with how."""
    unsure: Sequence[Finding]
    """Those below the confidence that is shown."""


def judged(effective: Effective, rules: Sequence[Rule], looked: Looked, findings: Findings) -> Iterator[Judged]:
    """A verdict on each requirement of the packs in force, in their order."""
    for requirement in effective.requirements:
        found = serving(requirement, rules)
        if found:
            yield _Judge(effective, requirement, found, looked, findings).judged()
        else:
            yield Judged(requirement, Verdict.UNCHECKABLE, (), (requirement.beyond or "No rule looks at it.",))


class _Judge:
    """One requirement that rules serve."""

    def __init__(self, effective: Effective, requirement: Requirement, rules: list[Rule], looked: Looked, findings: Findings) -> None:
        self.effective, self.requirement, self.looked = effective, requirement, looked
        self.names = tuple(rule.name for rule in rules)
        self.rules = [rule for rule in rules if rule.about != kind(Claim)]
        self.shown, self.accepted, self.unsure = (
            tuple(one for one in part if one.rule in self.names) for part in (findings.shown, findings.accepted, findings.unsure)
        )

    def judged(self) -> Judged:
        """The verdict, with everything that speaks for and against it."""
        examined = tuple(self._examined(subject) for subject in self._needs())
        unknown = list(self._unknown(examined))
        open_ = list(self._open(examined))
        if self.shown or self.accepted:
            verdict = Verdict.VIOLATED if self.shown else Verdict.ACCEPTED
        else:
            verdict = Verdict.UNKNOWN if unknown else Verdict.PART if open_ or self.requirement.beyond else Verdict.MET
        return Judged(self.requirement, verdict, self.names, (*unknown, *open_), examined, self.shown, self.accepted)

    def _needs(self) -> tuple[str, ...]:
        if self.requirement.needs:
            return self.requirement.needs
        return tuple(dict.fromkeys(subject for rule in self.rules for subject in looks_at(rule)))

    def _environments(self) -> frozenset[str]:
        """Whose configuration the rules judge."""
        settings = [self.effective.rules[rule.name] for rule in self.rules]
        given = {name for setting in settings for name in setting.parameters.get("environments", ())}
        given |= {name for setting in settings for name, other in setting.environments.items() if name in other["environments"]}
        return frozenset(given) or _PRODUCTION

    def _examined(self, subject: str) -> Examined:
        if subject == "modules":
            return Examined(subject, _counted(self.looked.modules, subject), self.looked.modules)
        environments = self._environments()
        seen = tuple(one for one in self.looked.subjects.get(subject, ()) if not one.environment or one.environment in environments)
        return Examined(subject, _counted(len(seen), subject), len(seen), seen)

    def _unknown(self, examined: Sequence[Examined]) -> Iterator[str]:
        """Why nothing can be said for it."""
        if not self.rules:
            yield "Only `logproof verify` looks at it, in a release."
        blind = [] if self.requirement.needs else [rule.name for rule in self.rules if not looks_at(rule)]
        if blind:
            yield f"Nothing tells whether there was anything to look at: {', '.join(blind)}."
        off = [rule.name for rule in self.rules if rule.enabled and not self.effective.rules[rule.name].enabled]
        if off:
            yield f"Turned off: {', '.join(off)}."
        ignored = [glob for glob, names in self.effective.per_file_ignores if not set(names).isdisjoint(self.names)]
        if ignored:
            yield f"Not looked at, as per-file-ignores say: {', '.join(ignored)}."
        for one in examined:
            if not one.count:
                others = {seen.environment for seen in self.looked.subjects.get(one.subject, ())}
                yield f"There is no {SUBJECTS[one.subject][0]} to look at{f' but of {_and(sorted(others))}' if others else ''}."
            elif len(one.open) == one.count:
                yield f"Not known whole, {_of_all(one)}: {_places(one.open)}."
        if self.unsure:
            places = _places([Seen(one.span, f"{one.rule}") for one in self.unsure])
            yield f"Not sure, and not shown without --min-confidence low: {places}."
        yield from self.looked.unread
        if self.requirement.only_violations:
            yield "That no rule finds it violated does not show that it is met."

    def _open(self, examined: Sequence[Examined]) -> Iterator[str]:
        """Why it cannot be called met as a whole."""
        for one in examined:
            if 0 < len(one.open) < one.count:
                yield f"Not known whole, {len(one.open)} of {one.called}: {_places(one.open)}."
        if not self.requirement.needs and not all(map(judges_each, self.rules)):
            yield "The pack does not say what must have been looked at (`needs`)."
        if any(rule.about in _FOLLOWING for rule in self.rules):
            yield from self.looked.bounds


def _counted(number: int, subject: str) -> str:
    one, several = SUBJECTS[subject]
    return f"{number:,} {one if number == 1 else several}"


def _of_all(one: Examined) -> str:
    return f"the only {SUBJECTS[one.subject][0]}" if one.count == 1 else f"all {one.called}"


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _places(seen: Sequence[Seen]) -> str:
    told = [f"{one.span.path}:{one.span.line}, {one.open or one.told}" for one in seen[:_LISTED]]
    return "; ".join([*told, *([f"and {len(seen) - _LISTED:,} more"] if len(seen) > _LISTED else [])])
