"""A file in the release folder that nothing names

It is no artifact of the policy, no bundle and no expected extra.

## Why it matters

What lies in the folder is uploaded with it. A file that no rule looks at is one that nobody signed.

## How to fix it

Take it out, or name it: under `artifacts` if it must be signed, under `extra-files` if not.

## Examples

A file that was left in the folder.

```text scene=extra-file
notes.txt: the file: wanted only files that the policy names, found a file that it does not name
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP821", "unnamed-file", fact=Claim, severity=Severity.HIGH, cwe=(353,))
def unnamed_file(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "unnamed-file")
