"""``logproof check``: find what should not be in the logs."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click
from msgspec.structs import replace

from checker import files, pipeline, report, verdict
from checker.cli import _completing, _output
from checker.errors import LogproofError, Problem
from checker.model import Finding
from checker.pipeline import Outcome, Request
from checker.report.escape import visible
from checker.report.options import Options
from checker.report.summary import headline
from checker.standing import Wanted
from checker.tree import shown

if TYPE_CHECKING:
    from checker import fix  # most runs fix nothing

_PASSES = 5
"""A fix can make room for another one; so often a project is checked again."""
_SEVERITIES = click.Choice(["low", "medium", "high", "critical"])
_CONFIDENCES = click.Choice(["low", "medium", "high"])


class _Check(click.Command):
    """Takes a bare ``--fix`` for ``--fix=safe`` and a bare ``--baseline`` for the usual file, so that they do not swallow a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, after that."""
        end = args.index("--") if "--" in args else len(args)
        bare = {"--fix": "--fix=safe", "--baseline": "--baseline="}
        following = [*args[1:end], ""]
        meant = [
            arg if arg == "--baseline" and after.endswith(".json") else bare.get(arg, arg)
            for arg, after in zip(args[:end], following, strict=False)
        ]
        return super().parse_args(ctx, meant + args[end:])


@click.command(name="check", cls=_Check)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", "fixes", type=click.Choice(["safe", "unsafe"]), help="Apply safe fixes (--fix), or unsafe ones too (--fix=unsafe).")
@click.option("--diff", is_flag=True, help="Print what --fix would change instead of a report, and change nothing.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Run only these rules: names, codes or beginnings of codes (LP1), comma-separated.",
    shell_complete=_completing.rules,
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these rules.", shell_complete=_completing.rules)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="NAME|FILE",
    help="Use this policy pack instead of the settings'; repeatable.",
    shell_complete=_completing.packs,
)
@click.option("--min-confidence", type=_CONFIDENCES, help="Hide findings less sure than this.")
@click.option("--fail-on", type=_SEVERITIES, help="Exit with 1 only for findings at least so severe.")
@click.option("--since", metavar="REV", help="Show only what the changes since the merge base of REV and HEAD touch.")
@click.option(
    "--baseline",
    metavar="[FILE]",
    help="Hide the findings that this baseline has accepted; by default the settings' file, or logproof-baseline.json.",
)
@click.option("--no-baseline", is_flag=True, help="Show accepted findings too, whatever the settings say.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are findings.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="text (default), concise, github, gitlab, html, json, junit, markdown or sarif, to a file or standard output; repeatable.",
    shell_complete=_completing.reports,
)
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings too, marked as such.")
@click.option("--all", "whole", is_flag=True, help="Show every finding in full, however many; a report in a file always does.")
@click.option("--include-tests", is_flag=True, help="Report findings in test code too.")
@click.option("--stdin-filename", metavar="PATH", help="Read this file's content from standard input and report on it alone.")
@click.option("--config", type=click.Path(), help="Read the settings from this file instead of the project's.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Number of processes; one for each core by default.")
@click.option(
    "--rules",
    "rule_folders",
    multiple=True,
    type=click.Path(),
    metavar="DIR",
    help="Load rules of your own from this folder (its code is run).",
)
@click.option("--today", envvar="LOGPROOF_TODAY", hidden=True, help="The date by which suppressions expire.")
@click.option("--debug", is_flag=True, hidden=True)
def command(**given: Any) -> int:
    """Find leaks into the logs, missing records, broken logging.

    PATHS (by default the current folder) limit the report, not the analysis: the project that they lie in is read as a whole.

    \b
    Exit codes:  0  nothing at or above --fail-on
                 1  findings
                 2  could not run (usage, settings, internal error)
                 3  ran, but some input could not be analysed
    """
    wanted = _output.targets(given["reports"] or (() if given["diff"] else ("text",)), report.formats())
    request = _request(given)
    if given["diff"] and any(not target.path for target in wanted):
        raise click.UsageError("--diff prints to standard output; give the report a file: --report FORMAT=PATH")
    if request.unsaved and request.standing.since is not None:
        raise click.UsageError("--since compares files on the disk; leave --stdin-filename out")
    if given["baseline"] is not None and given["no_baseline"]:
        raise click.UsageError("give --baseline or --no-baseline, not both")
    if given["fixes"] and request.unsaved and not given["diff"]:
        raise click.UsageError("--fix cannot change standard input; --diff shows what it would change")
    with _output.progress() as progress:
        outcome = pipeline.check(request, progress)
        if given["diff"]:
            _show_diff(outcome, unsafe=given["fixes"] == "unsafe")
        elif given["fixes"]:
            outcome = _fixed(request, outcome, progress, unsafe=given["fixes"] == "unsafe")
    for target in wanted:
        _output.write(_writer(outcome, target, suppressed=given["show_suppressed"], whole=given["whole"]), target.path)
    _output.say(wanted, headline(outcome.report))
    return verdict.exit_code(outcome.report, outcome.policy.fail_on, exit_zero=given["exit_zero"])


def _request(given: dict[str, Any]) -> Request:
    overrides = {
        "select": _words(given["select"]),
        "ignore": _words(given["ignore"]),
        "min-confidence": given["min_confidence"],
        "fail-on": given["fail_on"],
        "include-tests": given["include_tests"] or None,
    }
    name = given["stdin_filename"]
    if name and given["paths"]:
        raise click.UsageError("--stdin-filename names the one file to report on; leave PATHS out")
    if name and Path(name).is_dir():
        raise click.UsageError(f"--stdin-filename names a file, and {name} is a folder")
    if name and sys.stdin is None:
        raise click.UsageError("--stdin-filename reads standard input, which is closed")
    return Request(
        given["paths"],
        str(Path.cwd()),
        given["config"],
        given["policies"],
        {key: value for key, value in overrides.items() if value is not None},
        given["rule_folders"],
        (name, sys.stdin.buffer.read(files.LARGEST + 1)) if name else None,
        today(given["today"]),
        cache=not given["no_cache"],
        jobs=given["jobs"],
        standing=Wanted(given["baseline"], given["no_baseline"], given["since"]),
    )


def _words(given: tuple[str, ...]) -> list[str] | None:
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    return words or None


def today(given: str | None) -> str:
    """The date that is given, else the user's own, as an ISO date."""
    try:
        return (date.fromisoformat(given) if given else date.today()).isoformat()  # noqa: DTZ011 - dates are the user's own
    except ValueError:
        raise LogproofError(Problem(f"LOGPROOF_TODAY is no date such as 2027-01-31: {given}")) from None


_BROKEN = "it would no longer parse"


def _planned(outcome: Outcome, *, unsafe: bool) -> fix.Fixed:
    """The fixes that stay within what was asked for."""
    from checker import fix

    def inside(found: Finding) -> bool:
        return found.fix is not None and all(outcome.project.covers(edit.span.path) for edit in found.fix.edits)

    def read(path: str) -> bytes:
        if path not in outcome.files:
            raise FileNotFoundError(path)
        return files.read_as_seen(outcome.files[path])

    return fix.plan(filter(inside, outcome.report.findings), read, unsafe=unsafe)


def _show_diff(outcome: Outcome, *, unsafe: bool) -> None:
    from checker import fix

    planned = _planned(outcome, unsafe=unsafe)

    def write(stream: TextIO) -> None:
        for change in planned.changes:
            stream.writelines(_encodable(_patch_line(line), stream) for line in fix.diff(change))

    _output.write(write)
    for path, problem in sorted({**dict.fromkeys(planned.broken, _BROKEN), **dict(planned.unread)}.items()):
        click.echo(visible(f"logproof: {path} is not changed: {problem}"), err=True)
    if not planned.changes:
        click.echo(f"logproof: there is nothing that {'--fix=unsafe' if unsafe else '--fix'} would change", err=True)
    more = 0 if unsafe else len(_planned(outcome, unsafe=True).findings) - len(planned.findings)
    if more > 0:
        fixes = "one more fix is" if more == 1 else f"{more} more fixes are"
        click.echo(f"logproof: {fixes} unsafe, and shown by --fix=unsafe --diff", err=True)


def _patch_line(line: str) -> str:
    """A line of a difference that `git apply` takes, with the end that it has; what a terminal obeys is spelled out."""
    end = "\r\n" if line.endswith("\r\n") else ""
    return visible(line.removesuffix(end), keep="\n\t\f") + end


def _encodable(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _fixed(request: Request, outcome: Outcome, progress: pipeline.Progress, *, unsafe: bool) -> Outcome:
    """Fix and check again until nothing is left to fix; the outcome tells what remains."""
    count, paths, failed = 0, set[str](), dict[str, str]()
    for _ in range(_PASSES):
        planned = _planned(outcome, unsafe=unsafe)
        problems = {change.path: _written(change, outcome) for change in planned.changes}
        failed |= {path: problem for path, problem in problems.items() if problem}
        failed |= dict.fromkeys(planned.broken, _BROKEN) | dict(planned.unread)
        written = {path for path, problem in problems.items() if not problem}
        if not written:
            break
        paths |= written
        count += sum(found.fix is not None and found.fix.edits[0].span.path in written for found in planned.findings)
        outcome = pipeline.check(request, progress)
    for path, problem in failed.items():
        click.echo(visible(f"logproof: {path} was not fixed: {problem}"), err=True)
    if count:
        click.echo(f"logproof: fixed {count} finding{'s' * (count > 1)} in {len(paths)} file{'s' * (len(paths) > 1)}", err=True)
    return outcome


def _written(change: fix.Change, outcome: Outcome) -> str:
    """``""``, or why the file could not be written."""
    from checker import fix

    try:
        fix.write(change, outcome.files[change.path].real)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _top(root: str) -> str:
    """The repository that a project is part of, or the project itself."""
    return next((str(folder) for folder in (Path(root), *Path(root).parents) if (folder / ".git").exists()), root)


def _writer(outcome: Outcome, target: _output.Target, *, suppressed: bool, whole: bool) -> _output.Write:
    def write(stream: TextIO) -> None:
        plain = Options(suppressed=suppressed, here=shown(str(Path.cwd().resolve())), top=shown(_top(outcome.project.root)))
        seen = plain if target.path else replace(plain, color=_output.colored(stream), width=_output.width(stream), whole=whole)
        report.write(target.format, outcome.report, stream, seen)

    return write
