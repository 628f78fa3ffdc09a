"""A file could not be read or parsed

What a file says is unknown where it cannot be read: nothing in it was checked, and flows that pass through it are not seen.

## Why it matters

A file that is skipped in silence looks like a file without findings. So it is reported, and the run ends with exit code 3.

## How to fix it

Repair the file, or leave it out with `exclude`. Where it is meant to be unreadable (a test's broken input), name it
in `unread-ok` of the settings. Most syntax of a newer Python is read by an older one as well; what is not, is read by running logproof
with that Python. Templates (`{% if size %}`) are no Python source: a note counts them, and they are no finding.

## Examples

A leftover of Python 2 ends in "the file could not be analysed: it is written in Python 2":

```text
print "hello", user
```
"""

from collections.abc import Iterator
from typing import Any

from checker.model import Confidence, Parameters, Severity
from checker.rule import Message, rule
from checker.run_facts import UnreadFile


@rule("LP001", "unread-file", fact=UnreadFile, severity=Severity.MEDIUM, confidence=Confidence.HIGH)
def unread_file(fact: UnreadFile, project: Any, parameters: Parameters) -> Iterator[Message]:
    """Each unread file is one finding."""
    yield Message(f"the file could not be analysed: {fact.reason}")
