"""Errors of logproof's own while it looks at one file: they cost what is said of that file, and not the run.

`FAULT` begins the sentence by which such an error is told; with ``--debug`` it ends the run, so that its traceback is seen.
"""

from __future__ import annotations

from pathlib import PurePath

BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RuntimeError, TypeError, ValueError)
"""What wrong code raises; an error of the system's, and one for want of memory, ends the run."""
FAULT = "an error in logproof itself, "
_ending: list[bool] = []


def end_the_run(asked: bool) -> None:
    """Whether each of them ends the run from now on."""
    _ending[:] = [True] if asked else []


def told(error: Exception) -> str:
    """An error in words, with the place in logproof's own code; raises it anew where it must not be passed over."""
    if _ending:
        raise error
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    return f"{FAULT}{type(error).__name__} in {PurePath(last.filename).name}, line {last.lineno}; please report it with --debug"
