"""``logproof trace``: from the line of code to the person who is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

import checker
from checker import pipeline, verdict
from checker.cli import _completing, _output
from checker.cli.check import today
from checker.errors import LogproofError, Problem
from checker.pipeline import Request
from checker.report.trace import Traced, formats
from checker.trace.changed import changed, told
from checker.trace.events.naming import NAMES
from checker.trace.model import Change, Matrix, Verdict


@click.command(name="trace")
@click.argument("event", required=False, default="", shell_complete=_completing.events)
@click.option("--path", "folder", type=click.Path(), default="", metavar="DIR", help="Follow the events of the project in this folder.")
@click.option(
    "--report", "reports", multiple=True, metavar="FORMAT[=PATH]",
    help="text (default), markdown, html or json, to a file or standard output; repeatable.",
)  # fmt: skip
@click.option("--policy", "policies", multiple=True, metavar="NAME|FILE", help="Use this policy pack instead of the settings'; repeatable.")
@click.option("--config", type=click.Path(), help="Read the settings from this file instead of the project's.")
@click.option("--since", metavar="REV", help="Say what coverage was lost or gained since the merge base of REV and HEAD.")
@click.option("--include-tests", is_flag=True, help="Follow what test code emits too.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although some event does not get through.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Number of processes; one for each core by default.")
@click.option("--today", "day", envvar="LOGPROOF_TODAY", hidden=True, help="The date that reports show.")
@click.option("--debug", is_flag=True, hidden=True)
def command(**given: Any) -> int:
    """Follow security events from the code to the person who is told.

    Without EVENT it prints a matrix of all events and how far each comes; with EVENT (authn_login_fail) each hop of its way, with file and
    line. Nothing is run.

    \b
    Exit codes:  0  no event is certain to be lost
                 1  some are; with --since: some came through before, and do not any more
                 2  could not run; there is no such event
                 3  ran, but some input could not be analysed
    """
    wanted = _output.targets(given["reports"] or ("text",), tuple(formats()))
    overrides = {"include-tests": True} if given["include_tests"] else {}
    paths = (given["folder"],) if given["folder"] else ()
    request = Request(
        paths, str(Path.cwd()), given["config"], given["policies"], overrides, cache=not given["no_cache"], jobs=given["jobs"]
    )
    with _output.progress() as progress:
        traced = pipeline.trace(request, progress)
    changes: tuple[Change, ...] = ()
    if given["since"] is not None:
        changes = _since(request, traced.project, given["since"], traced.matrix)
    matrix = _of(traced.matrix, given["event"])
    notes = [told(one) for one in changes if given["event"] in ("", one.name)] or [f"No event's coverage changed since {given['since']}."]
    if given["since"] is not None:
        matrix = replace(matrix, notes=(*notes, *matrix.notes))
    shown = Traced(matrix, given["event"], traced.root, checker.__version__, today(given["day"]))
    for target in wanted:
        _output.write(_output.text_writer(formats()[target.format].render(shown)), target.path)
    if traced.unread:
        return verdict.INCOMPLETE
    lost = traced.unmet or any(row.verdict is Verdict.BROKEN for row in matrix.rows())
    if given["since"] is not None:
        lost = any(one.lost for one in changes)
    return verdict.FOUND if lost and not given["exit_zero"] else verdict.CLEAN


def _since(request: Request, root: str, revision: str, now: Matrix) -> tuple[Change, ...]:
    """What changed since a revision, whose files are followed under its own settings."""
    from checker.since.before import before

    with before(root, revision) as folder:
        config = str(Path(request.cwd, request.config)) if request.config else None
        then = pipeline.trace(replace(request, paths=(), cwd=folder, config=config, cache=False))
    return changed(then.matrix, now)


def _of(matrix: Matrix, event: str) -> Matrix:
    """All events, or one; raises LogproofError where the project has none of the name."""
    if not event:
        return matrix
    chains = matrix.of(event)
    if not chains:
        raise LogproofError(Problem(f"the project has no event `{event}`", hint=_meant(event, matrix)))
    told = {hop.what for chain in chains for way in (chain.way, *chain.others) for hop in way.hops if hop.kind == "rule"}
    return replace(matrix, chains=chains, unfed=tuple(one for one in matrix.unfed if one.name in told))


def _meant(event: str, matrix: Matrix) -> str:
    """What to ask for instead of an event that the project does not have."""
    import difflib

    if Path(event).is_dir():
        return f"to follow the events of a folder: logproof trace --path {event}"
    names = sorted({chain.event.name for chain in matrix.chains})
    known = f"its events are {', '.join(names)}" if names else "no event was found in it"
    word = event.lower().replace("-", "_").replace(" ", "_")
    if word in NAMES:
        return f"nothing in it was found to write that event of OWASP's vocabulary; {known}"
    near = difflib.get_close_matches(word, names, 1)
    if near:
        return f"did you mean `{near[0]}`?"
    listed = difflib.get_close_matches(word, sorted(NAMES), 1)
    return f"OWASP's vocabulary calls it `{listed[0]}`; {known}" if listed else known
