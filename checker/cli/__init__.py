"""The command line: one command a file, found by its name and imported when it is named."""

from __future__ import annotations

import gc
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click
from msgspec.structs import replace

import checker
from checker import faults
from checker.cli._streams import stand_in, unwritten
from checker.errors import LogproofError, Problem

COULD_NOT_RUN, INTERRUPTED = 2, 130
_ELSEWHERE = {"explain": "rule", "rules": "rule", "lint": "check", "scan": "check", "run": "check", "fix": "check --fix"}
"""Other tools' words for what a command here does."""
_USAGE: tuple[type[Exception], ...] = tuple(filter(None, [getattr(click.exceptions, "NoArgsIsHelpError", None)]))
"""What click raises since 8.2 with the usage in several lines, which quotes nobody."""


class Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every module of this package that does not begin with an underscore."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The module's ``command``."""
        if cmd_name not in self.list_commands(ctx):
            meant = _meant(cmd_name, self.list_commands(ctx))
            ctx.fail(f"there is no command {cmd_name!r}" + (f", did you mean {meant!r}?" if meant else ""))
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


def _meant(word: str, commands: Sequence[str]) -> str:
    """The command that a word may stand for: other tools' words for it, a rule or a path without its command, the nearest."""
    import difflib
    import re

    if word in _ELSEWHERE:
        return _ELSEWHERE[word]
    if re.fullmatch(r"LP\d{1,3}", word, re.IGNORECASE):
        return f"rule {word.upper()}"
    near = difflib.get_close_matches(word, commands, 1)
    return near[0] if near else f"check {word}" if Path(word).exists() else ""


_EPILOG = (
    "A shell completes commands, options, rules and formats after:"
    ' eval "$(_LOGPROOF_COMPLETE=bash_source logproof)" (or zsh_source, fish_source).'
)


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(checker.__version__, prog_name="logproof", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, hidden=True)
def logproof(debug: bool) -> None:
    """Check what the logs of a Python project hold, and what they lack.

    Start with `logproof check` in the project's folder; `logproof rule NAME` explains what it finds.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    # facts and trees are many and hold few cycles: the collector's defaults cost a third of a run's time
    gc.set_threshold(1_000_000, 50, 100)
    output = stand_in()
    code = run(sys.argv[1:] if arguments is None else arguments)
    if told := unwritten(output):
        click.echo(f"logproof: the output cannot be written to {told}", err=True)
        code = COULD_NOT_RUN
    _end(code, at_once=arguments is None and sys.getprofile() is None and sys.gettrace() is None)


def _end(code: int, *, at_once: bool) -> NoReturn:
    """End the process; ``at_once`` without freeing everything piece by piece before, which takes a tenth of a short run's time."""
    sys.stderr.flush()
    if at_once:
        os._exit(code)
    gc.freeze()  # Python would look through everything once more before it ends
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """The exit code; whatever goes wrong is told in a line or two on stderr."""
    faults.end_the_run("--debug" in arguments)
    try:
        _stand_somewhere()
        result = logproof.main(args=list(arguments), prog_name="logproof", standalone_mode=False)
    except click.ClickException as error:
        from checker.report.escape import visible

        if not isinstance(error, _USAGE):
            error.message = visible(error.message)  # type: ignore[misc]  # final in click; it quotes arguments, which may be anybody's
        error.show()
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo("logproof: interrupted", err=True)
        return INTERRUPTED
    except LogproofError as error:
        for problem in error.problems:
            click.echo(f"logproof: {_harmless(problem)}", err=True)
        _trace(arguments)
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001 - the last resort: a user gets a sentence, --debug the traceback
        from checker.report.escape import one_line

        click.echo(f"logproof: internal error: {type(error).__name__}: {one_line(str(error))[:500]}", err=True)
        click.echo(f"  hint: this is a bug in logproof {checker.__version__}; please report it with the output of --debug", err=True)
        _trace(arguments)
        return COULD_NOT_RUN
    return result if isinstance(result, int) else 0


def _stand_somewhere() -> None:
    """Raise LogproofError where the current folder was deleted under the shell."""
    try:
        Path.cwd()
    except FileNotFoundError:
        gone = Problem("the current folder does not exist any more", hint="change to the project's folder and run again")
        raise LogproofError(gone) from None


def _harmless(problem: Problem) -> Problem:
    """Without what a terminal obeys, and without line breaks behind which a CI runner could see a command."""
    from checker.report.escape import visible

    path, hint = problem.path and visible(problem.path), problem.hint and visible(problem.hint)
    return replace(problem, message=visible(problem.message), path=path, hint=hint)


def _trace(arguments: Sequence[str]) -> None:
    if "--debug" in arguments:
        import traceback

        traceback.print_exc()
