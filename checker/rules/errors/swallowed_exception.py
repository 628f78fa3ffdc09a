"""An error is caught and nobody hears of it

`except Exception: pass` around work that somebody wants done: whatever goes wrong there, the program goes on as if it had not.

## Why it matters

A clause that catches everything catches what nobody thought of: a full disk, a revoked permission, a mistyped name. Without a record it
is found by its consequences, weeks later, and nobody can say since when. Attackers like such places: what they break on the way leaves no
trace (CWE-390, CWE-391).

## How to fix it

Catch only the errors that are expected, and let the others go on. Where the work must not stop, log the error with its traceback
(`logger.exception(...)`) or hand it to your error tracker. Where an error really does no harm, say why in a comment.

## Examples

```python
import logging

logger = logging.getLogger(__name__)


def settle(orders, bank):
    for order in orders:
        try:
            bank.submit(order)
        except Exception:  # expect: submit()
            pass
```

```python
import logging

logger = logging.getLogger(__name__)


def settle(orders, bank):
    for order in orders:
        try:
            bank.submit(order)
        except ConnectionError:
            raise
        except Exception:
            logger.exception("order %s was not submitted", order.id)
        try:
            bank.refresh()
        except Exception:
            # the next night's run does it again
            pass
```

## Settings

This rule has no parameters. A clause is not reported where it hands the error on, keeps it, raises, ends the program, calls something that
reports (functions of the project are looked into), says in a comment why, clears up, or answers a question (`int(text)` or a default). It
is of low confidence where what follows can tell a failure from a success: a success returns, ends the loop or gives a name another value,
the function answers with the same constant elsewhere or with `False`, or its callers use the `None` that it returns. Where none of the
project's callers looks at the answer, nobody learns of the failure. What only writes a message, hands something over inside of the program,
keeps something that can be made again (a cache) or a mark of its own (a flag, a stamp, a hash), draws in a user interface or shows a frame,
tells the other end that it ends, runs another program whose exit code is not checked or tells others that something happened is not counted
as lost, nor is anything where the clause shows another state. Where the verb leaves it open what is lost (`write`, `send`, `update`), it is
told of if somebody waits for it: the function is named for that work (`save_draft`), it answers that the work was done (`return {"ok":
True}`), a message is put together for it, nobody looks at its answer, or a word of the names and texts there says so (`orders`, `report`,
`audit`). In a large module with eight or more clauses that catch everything, none of which tells of an error, that is a way of working, and
each of them is of low confidence. A verb such as `run` or `start` tells a loss where a function of the project's, or one that was given (to
it, or to the object that keeps it, or that waited in a queue), is called, and rows that a model's manager was to keep
(`Order.objects.create(...)`) are a loss where somebody waits for them. To take a write back (`session.rollback()`) is no answer, a check
that raises (`key.verify(...)`) must not be passed over, and what a `while` with a pause, or without an end, does is the work of a service,
whatever it is called. What the other end of a connection was to be sent nobody misses once it is gone, be it an answer, a frame or what is
broadcast to all, and nothing is lost where tables are made or emptied, a probe tries things, or a benchmark guards nothing many times.
Errors of storage that are named (`except OSError`) are told only where the function is there to keep something. Whatever the error is, a
program that was to give up its rights (`os.setuid(...)`, `drop_privileges()`) and cannot must not go on in silence, and a function that
decides who is let in (`is_authorized`, `verify_token`) must not say `True` because it could not find out. What a function is named for
(`charge_customer`, `migrate`, `revoke_token`) is looked for by whoever calls it.

## See also

`suppressed-exception`, `error-logged-at-debug`. [CWE-390](https://cwe.mitre.org/data/definitions/390.html), [OWASP Error Handling Cheat
Sheet](https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unexplained
from checker.rules.errors._weight import (
    answers,
    handed,
    hung_up,
    is_there_for_it,
    keeps_rights,
    lets_everybody_in,
    loses,
    of_a_trail,
    seen,
    shown,
    small,
    stored,
    tolerant,
    undone,
    unseen,
    wanted,
    works,
)
from checker.source.facts.errors import CaughtError
from checker.source.lexicon.words import split

_ENDINGS = {
    "falls": "goes on",
    "continue": "goes on with the next",
    "none": "returns None",
    "default": "returns a default",
    "break": "leaves the loop",
}
_SILENT = frozenset({"falls", "continue"})
_SECURITY = frozenset({"signature", "ssl", "certificate", "decryption", "tampered"})
"""Words of errors that tell of an attack. Refused permissions are none: lists are filtered by them."""
_LOSSES = frozenset({"OSError", "IOError", "EnvironmentError", "DatabaseError", "SQLAlchemyError", "SMTPException"})
"""Errors of storage and delivery."""
_SPECIMENS = frozenset({"fixture", "fixtures", "testdata", "fodder"})
"""Folders of code that is read by tests and never run."""
_PIPED = frozenset({"write", "send", "sendall"})
"""Calls whose OSError mostly tells that the other end is gone."""


@rule(
    "LP301",
    "swallowed-exception",
    fact=CaughtError,
    severity=Severity.MEDIUM,
    confidence=Confidence.MEDIUM,
    cwe=(390, 391),
    owasp=("A09:2021", "A09:2025", "A10:2025"),
    asvs=("16.3.4", "16.5.3"),
    judge=unexplained,
)
def swallowed_exception(caught: CaughtError, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a clause of which no way tells anybody anything."""
    if caught.suppress or caught.heard or caught.uses or caught.keeps or not _ENDINGS.keys() >= set(caught.ways):
        return
    sure = _sure(caught)
    if sure is None:
        return
    kinds = " and ".join(caught.types[:2]) if caught.types else "every error"
    ending = "returns True" if caught.grants else " or ".join(_ENDINGS[way] for way in caught.ways)
    work = shown(caught.effects if works(caught.effects) else caught.tried)
    yield Message(f"{kinds} of {work} is swallowed: nobody hears of it, and the code {ending}", confidence=sure)


def _sure(caught: CaughtError) -> Confidence | None:
    """How sure it is that somebody should have heard."""
    if caught.orelse or caught.cleanup or not (caught.tried or caught.idle):
        return None
    if caught.idle:  # it is still to be written: nothing is asked there, so that no error can be an answer
        if not caught.broad or not set(caught.ways) <= _SILENT or caught.acts or caught.binds:
            return None
        read = caught.mute or not _SPECIMENS.isdisjoint(caught.span.path.split("/"))
        return Confidence.LOW if read else Confidence.MEDIUM
    if caught.later and (seen(caught) or caught.acts or caught.binds or not (loses(caught.effects) or handed(caught))):
        return None
    plain = not caught.acts and caught.binds != "value"
    if plain and keeps_rights(caught) and set(caught.ways) <= _SILENT and not (caught.binds or caught.mute):
        return Confidence.HIGH
    if plain and caught.broad and lets_everybody_in(caught):
        return Confidence.HIGH
    if not caught.broad:
        return _grave(caught) if plain and not tolerant(caught) else None
    if plain and of_a_trail(caught) and set(caught.ways) <= _SILENT and not caught.mute:
        return Confidence.MEDIUM
    if tolerant(caught) or answers(caught) or small(caught):
        return Confidence.LOW
    if not plain:
        return Confidence.MEDIUM if undone(caught) and set(caught.ways) <= _SILENT and not caught.binds else Confidence.LOW
    if set(caught.ways) <= (_SILENT | {"none"} if caught.void else _SILENT):
        return Confidence.LOW if caught.binds or seen(caught) else unseen(caught)
    return Confidence.MEDIUM if loses(caught.effects) and wanted(caught) and not hung_up(caught) else Confidence.LOW


def _grave(caught: CaughtError) -> Confidence | None:
    """How sure it is that errors of these kinds, told to nobody, hide a loss; an attack they may hide, or a stale cookie."""
    if not set(caught.ways) <= _SILENT or caught.binds:
        return None
    names = [name.rpartition(".")[2] for name in caught.types]
    if names and all(not _SECURITY.isdisjoint(split(name)) for name in names):
        return Confidence.LOW
    if not names or not set(names) <= _LOSSES or not stored(caught):
        return None
    named = is_there_for_it(caught.function.rpartition(".")[2].lstrip("_"))
    if not named or not wanted(caught):  # who expects such errors mostly knows what they lose
        return Confidence.LOW
    piped = any(name in _PIPED or split(name)[:1] == ("send",) for name in caught.tried)
    return Confidence.LOW if piped and "open" not in caught.tried else Confidence.MEDIUM
