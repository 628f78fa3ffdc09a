"""``logproof baseline``: accept the findings of today, so that only new ones fail; and let go of those that were fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click
import msgspec

from checker import baseline, pipeline, standing
from checker.baseline import Entry
from checker.cli import _explain, _output
from checker.errors import LogproofError, Problem
from checker.model import Finding
from checker.pipeline import Outcome, Request
from checker.policy.locate import label_of
from checker.report.escape import visible
from checker.report.ranking import counted
from checker.standing import Wanted

COULD_NOT_RUN, INCOMPLETE = 2, 3
_REASON = "found when the baseline was made"
_OPTIONS = (
    click.option("--baseline", "file", metavar="FILE", help="The baseline's file; by default the settings', or logproof-baseline.json."),
    click.option("--config", type=click.Path(), help="Read the settings from this file instead of the project's."),
    click.option("--policy", "policies", multiple=True, metavar="NAME|FILE", help="Use this policy pack instead of the settings'."),
    click.option("--rules", "rule_folders", multiple=True, type=click.Path(), metavar="DIR", help="Load rules of your own (code is run)."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the cache."),
    click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Number of processes; one for each core by default."),
    click.option("--today", envvar="LOGPROOF_TODAY", hidden=True, help="The date that is written down."),
    click.option("--debug", is_flag=True, hidden=True),
)


class _OfAProject(click.Command):
    """A command that takes no paths, and says so to whoever is used to `logproof check .`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; raises LogproofError where a folder is named."""
        folder = next((arg for arg in args if Path(arg).is_dir()), "")
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if not folder or f"({folder})" not in error.message:
                raise
            hint = "run it in the project's folder, without a path"
            raise LogproofError(Problem(f"a baseline is of a whole project: it cannot be of `{folder}`", hint=hint)) from error


def _common(function: Callable[..., Any]) -> Callable[..., Any]:
    """With the options that each of the commands has."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.group(name="baseline")
def command() -> None:
    """Accept the findings of today, so that only new ones are shown.

    The file that `create` writes belongs into the repository. `logproof check --baseline` goes by it, and `logproof check` alone where
    the settings name it. A finding is known by what it is (rule, function, statement, what leaks and the way it takes), not by its line.
    """


class _Run(msgspec.Struct, frozen=True):
    """A run over the whole project and the file that it is about."""

    outcome: Outcome
    path: Path
    label: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.outcome.standing.baseline.entries if self.outcome.standing.baseline else ()

    @property
    def new(self) -> list[Finding]:
        """What is in no entry and may be."""
        return standing.acceptable(self.outcome.standing.shown, self.outcome.locked)

    def write(self, entries: Sequence[Entry]) -> None:
        """Put these into the file."""

        def write(stream: TextIO) -> None:
            stream.write(baseline.text(entries))

        _output.write(write, str(self.path), "the baseline")


def _run(given: dict[str, Any], *, fresh: bool = False) -> _Run:
    wanted = Wanted(given["file"] or "", without_baseline=fresh)
    request = Request(
        (), str(Path.cwd()), given["config"], given["policies"], {}, given["rule_folders"], None, _today(given),
        cache=not given["no_cache"], jobs=given["jobs"], standing=wanted,
    )  # fmt: skip
    path, root = pipeline.baseline_place(request)
    if fresh and (path.exists() or path.is_symlink()):
        hint = "`logproof baseline update` takes out what is gone; with --add and a reason it accepts more"
        raise LogproofError(Problem("there is a baseline already", label_of(path, root), hint=hint))
    with _output.progress() as progress:
        outcome = pipeline.check(request, progress)
    return _Run(outcome, path, label_of(path, root))


def _today(given: dict[str, Any]) -> str:
    try:
        return date.fromisoformat(given["today"]).isoformat() if given["today"] else date.today().isoformat()  # noqa: DTZ011 - the user's day
    except ValueError:
        raise click.UsageError(f"--today must be a date such as 2027-01-31: {given['today']}") from None


def _say(text: str) -> None:
    click.echo(visible(text))


@command.command(cls=_OfAProject)
@click.option("--reason", default=_REASON, show_default=True, help="Why they may stay.")
@_common
def create(reason: str, **given: Any) -> int:
    """Write a baseline of all that is found now."""
    run = _run(given, fresh=True)
    entries = baseline.accepted(run.new, _today(given), _worded(reason))
    run.write(entries)
    _say(f"{run.label}: {counted(len(run.new), 'finding')} accepted.")
    for line in _create_notes(run):
        _say(line)
    return INCOMPLETE if run.outcome.report.unread else 0


def _create_notes(run: _Run) -> Iterator[str]:
    report, policy = run.outcome.report, run.outcome.policy
    refused = sum(found.rule in run.outcome.locked for found in report.findings)
    if refused:
        yield f"Not accepted: {counted(refused, 'finding')} of rules that the policy locks. Fix them."
    if report.unread:
        yield f"{counted(report.unread, 'file')} could not be analysed; what is found there later will be new."
    if not policy.baseline:
        yield f'`logproof check --baseline` goes by it; `baseline = "{run.label}"` in the settings makes every check do so.'


@command.command(cls=_OfAProject)
@click.option("--add", "wanted", multiple=True, metavar="WHICH", help="Accept these too: a fingerprint, PATH:LINE, PATH or `all`.")
@click.option("--reason", help="Why they may stay; with --add.")
@_common
def update(wanted: tuple[str, ...], reason: str | None, **given: Any) -> int:
    """Take out what is gone, follow what was renamed.

    New findings are refused: a baseline only shrinks, unless --add names what is to be accepted and --reason says why.
    """
    if bool(wanted) != bool(reason and reason.strip()):
        raise click.UsageError("--add and --reason go together: nothing is accepted without a reason")
    run = _run(given)
    stood, unread = run.outcome.standing, run.outcome.report.unread
    chosen = _chosen(run, wanted)
    entries = baseline.updated(run.entries, stood.matched, stood.gone)
    entries = baseline.added(entries, chosen, _today(given), _worded(reason or ""))
    moved = sum(not found.same for found in stood.matched.accepted)
    gone = sum(stood.gone.values())
    parts = [f"{len(chosen)} added"] * bool(chosen) + [f"{gone} gone"] * bool(gone) + [f"{moved} written anew"] * bool(moved)
    _replace(run, entries, parts)
    left = len(run.new) - len(chosen)
    if left:
        _say(f"{counted(left, 'finding')} not accepted: fix {'them' if left > 1 else 'it'}, or name what may stay with --add and --reason.")
    return _incomplete(unread)


@command.command(cls=_OfAProject)
@_common
def prune(**given: Any) -> int:
    """Take out what is gone, and change nothing else."""
    run = _run(given)
    gone = run.outcome.standing.gone
    _replace(run, baseline.pruned(run.entries, gone), [f"{sum(gone.values())} gone"] * bool(gone))
    return _incomplete(run.outcome.report.unread)


def _replace(run: _Run, entries: Sequence[Entry], parts: Sequence[str]) -> None:
    """Write the entries where they differ from the file's, and say what was done."""
    if tuple(entries) != run.entries:
        run.write(entries)
    _say(f"{run.label}: {', '.join(parts) or 'nothing to change'}; {counted(sum(entry.count for entry in entries), 'finding')} left.")


def _incomplete(unread: int) -> int:
    if unread:
        click.echo(f"logproof: {counted(unread, 'file')} could not be analysed, so nothing is known to be gone", err=True)
        click.echo("  hint: mend them, or name them under `unread-ok` in the settings", err=True)
    return INCOMPLETE if unread else 0


def _worded(reason: str) -> str:
    return " ".join(reason.split()) or _REASON


def _chosen(run: _Run, wanted: Sequence[str]) -> list[Finding]:
    """The new findings that the user names; raises LogproofError for a name that means none."""
    chosen: dict[int, Finding] = {}
    problems: list[Problem] = []
    for word in wanted:
        meant = run.new if word == "all" else [found for found in run.new if _explain.means(word, found, run.outcome.project.root)]
        chosen |= {id(found): found for found in meant}
        if not meant:
            problems.append(Problem(f"no new finding is meant by `{word}`", hint=_hint(run, word)))
    if problems:
        raise LogproofError(*problems)
    return list(chosen.values())


def _hint(run: _Run, word: str) -> str:
    root = run.outcome.project.root
    locked = any(found.rule in run.outcome.locked and _explain.means(word, found, root) for found in run.outcome.report.findings)
    if locked:
        return "its rule is locked by the policy: it cannot be accepted"
    return "name it as `logproof check --baseline --report concise` shows it, by PATH:LINE"


@command.command()
@click.argument("which", metavar="FINGERPRINT|PATH:LINE")
@_common
def explain(which: str, **given: Any) -> int:
    """Tell why a finding is accepted, or why it is not.

    Of an entry it tells what it is, when and why it was accepted and whether it is still found; of a finding that is new, which entry comes
    nearest and what sets them apart. A fingerprint's beginning is enough.
    """
    run = _run(given)
    told = list(_explain.told(run.outcome, which))
    if not told:
        hint = "give a fingerprint from the baseline or a report (its beginning will do), or the place of a finding: PATH:LINE"
        raise LogproofError(Problem(f"no entry of {run.label} and no finding is meant by `{which}`", hint=hint))
    for line in told:
        _say(line)
    return 0
