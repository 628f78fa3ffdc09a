"""A print is left in code that others import

`print("got here", order)` in a library writes to the standard output of whatever program imports it.

## Why it matters

It has no level, no time and no place, cannot be switched off, and is in the way of programs whose standard output is read by others.

## How to fix it

Log it, at debug level if it is left from looking for a fault; or take it out.

## Examples

```python policy=tidy
def reserve(order):
    print("got here", order)  # expect: print()
    return order.total
```

```python policy=tidy
import argparse


def main():
    options = argparse.ArgumentParser().parse_args()
    print(options)
```

```python policy=tidy
import sys


def show(table, stream=sys.stdout):
    for row in table:
        print(*row, file=stream)
```

Nor is what the caller asked for by a switch, or what belongs to a dialogue:

```python policy=tidy
def fetch(session, url, verbose=False):
    answer = session.get(url)
    if verbose:
        print("fetched", url)
    return answer


def second_factor(prompts):
    answers = []
    for prompt in prompts:
        print(prompt)
        answers.append(input())
    return answers


class ConsoleRedirect:
    def __call__(self, url):
        print("open this address in your browser:", url)
```

## Settings

This rule has no parameters. Programs (modules with a `__main__` part or a command line, scripts, examples) may print; so may functions
whose name says that they show something. What goes to another stream, and what another linter's rule about prints is silenced for on the
spot, is not reported.

## See also

`root-logger-used`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.rules.errors._reasons import unaccepted
from checker.source.facts.records import Record


@rule(
    "LP408",
    "print-in-library",
    fact=Record,
    severity=Severity.LOW,
    confidence=Confidence.MEDIUM,
    enabled=False,
    judge=unaccepted,
)
def print_in_library(record: Record, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each print to standard output that no program's own code makes."""
    if record.sink == "print":
        yield Message(f"{record.callee}() writes to the standard output of whoever imports this")
