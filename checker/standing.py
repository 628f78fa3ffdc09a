"""Which of a run's findings are shown: not those that the baseline has accepted, nor those that the changes do not touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from checker import baseline
from checker.baseline import Baseline, Code, Matched
from checker.errors import LogproofError, Problem
from checker.model import Finding, Span, Suppression
from checker.policy import Effective
from checker.policy.locate import label_of

if TYPE_CHECKING:
    from checker.since import Changes


class Wanted(msgspec.Struct, frozen=True):
    """What the command line says of baseline and changes."""

    baseline: str | None = None
    """A file, from the current folder; ``""`` is the settings' or the usual one; ``None``: only where the settings name one."""
    without_baseline: bool = False
    since: str | None = None
    """A revision."""


class Standing(msgspec.Struct):
    """The findings of a run, parted."""

    shown: list[Finding] = msgspec.field(default_factory=list)
    accepted: list[Finding] = msgspec.field(default_factory=list)
    """Those that the baseline hides."""
    untouched: int = 0
    """How many are not shown because no change touches them."""
    baseline: Baseline | None = None
    """The one in force."""
    matched: Matched = msgspec.field(default_factory=Matched)
    gone: dict[int, int] = msgspec.field(default_factory=dict)
    """Entries of the baseline to how many of their findings are known to be gone."""
    locked: frozenset[int] = frozenset()
    """Entries that hide nothing, because the policy locks their rule."""


def place(wanted: Wanted, policy: Effective, root: str, cwd: str, *, trusted: bool) -> Path:
    """Where the baseline's file is, or is to be.

    ``trusted``: the command line names the settings file, which then may name a baseline outside of the project.
    """
    if wanted.baseline:
        return Path(cwd, wanted.baseline)
    if not policy.baseline:
        return Path(root, baseline.DEFAULT)
    path = Path(root, policy.settings).parent / policy.baseline
    if not trusted and not path.resolve().is_relative_to(Path(root).resolve()):
        _, file, line = policy.origins["baseline"]
        hint = "keep it in the project, or name it with --baseline"
        raise LogproofError(Problem("the baseline lies outside of the project", file, line or None, hint=hint))
    return path


def in_force(wanted: Wanted, policy: Effective, root: str, cwd: str, *, trusted: bool) -> Baseline | None:
    """The baseline that this run goes by; raises LogproofError where it is missing or broken."""
    if wanted.without_baseline or (wanted.baseline is None and not policy.baseline):
        return None
    path = place(wanted, policy, root, cwd, trusted=trusted)
    return baseline.read(path, label_of(path, Path(root)))


def stand(
    accepted: Baseline | None,
    changes: Changes | None,
    sure: Sequence[Finding],
    unsure: Sequence[Finding],
    code: Code,
    covers: Callable[[Finding], bool],
    *,
    complete: bool,
) -> Standing:
    """Part the findings; ``sure`` ones come sorted by place.

    ``covers`` says whether a finding was asked for: equal ones in its file were looked for only so that they can be counted.
    ``complete``: whether every file could be analysed, without which nothing is known to be gone.
    """
    made = Standing([*sure], baseline=accepted)
    if accepted:
        made.matched = baseline.match(accepted.entries, sure, code)
        made.shown = made.matched.new
        made.gone = baseline.gone(accepted.entries, made.matched, code, unsure) if complete else {}
        made.accepted = [_hidden(found.finding, accepted, found.entry) for found in made.matched.accepted]
        made.locked = frozenset(number for number, entry in enumerate(accepted.entries) if entry.rule in code.locked)
    made.shown, made.accepted = list(filter(covers, made.shown)), list(filter(covers, made.accepted))
    return _touched(made, changes, code) if changes else made


def _hidden(found: Finding, accepted: Baseline, number: int) -> Finding:
    entry, line = accepted.entries[number], accepted.lines[number]
    at = None if Path(accepted.label).is_absolute() else Span(accepted.label, line, 1, line, 1)
    return replace(found, suppressed=Suppression("baseline", f"{entry.reason} (accepted on {entry.accepted})", at))


def _touched(made: Standing, changes: Changes, code: Code) -> Standing:
    from checker import since  # most runs are about all findings

    shown = list(since.touched(changes, made.shown, code.text))
    accepted = list(since.touched(changes, made.accepted, code.text))
    return replace(made, shown=shown, accepted=accepted, untouched=len(made.shown) - len(shown))


def notes(made: Standing, changes: Changes | None, wanted: Wanted, root: str) -> Iterator[str]:
    """What a reader should know of it."""
    named = f" --baseline={wanted.baseline}" if wanted.baseline else ""
    count = sum(count for number, count in made.gone.items() if number not in made.locked)
    if count:
        what = f"{count} findings of the baseline are" if count > 1 else "One finding of the baseline is"
        yield f"{what} gone: `logproof baseline prune{named}` takes {'them' if count > 1 else 'it'} out."
    moved = sum(not found.same for found in made.matched.accepted)
    if moved and not changes:
        what = f"{moved} findings" if moved > 1 else "One finding"
        yield f"{what} of the baseline moved or got other names: `logproof baseline update{named}` writes that down."
    if made.locked:
        what = f"{len(made.locked)} entries" if len(made.locked) > 1 else "One entry"
        yield f"{what} of the baseline cannot hide what the policy locks: `logproof baseline prune{named}` takes such entries out."
    if made.untouched and changes:
        what = f"{made.untouched} findings are" if made.untouched > 1 else "One finding is"
        yield f"{what} not shown: no change since {changes.revision} touches {'them' if made.untouched > 1 else 'it'}."
    if made.baseline is None and not wanted.without_baseline and Path(root, baseline.DEFAULT).is_file():
        yield f'{baseline.DEFAULT} is there and not used: `baseline = "{baseline.DEFAULT}"` in the settings, or --baseline, uses it.'


def acceptable(findings: Iterable[Finding], locked: frozenset[str]) -> list[Finding]:
    """Those that a baseline may hide: none of a locked rule, and none about the run itself."""
    return [found for found in findings if found.rule not in locked and not found.code.startswith("LP0")]
