"""A file that is not what it seems

A symbolic link, pipe or device; a name with control characters, or the twin of another one in upper case; a file that
changes while it is checked.

## Why it matters

What is checked and what goes out must be the same bytes under the same name (CWE-59, CWE-367).

## How to fix it

Put plain files with plain names into the folder, and let nothing write to it during the check.
Nothing can waive it.

## Examples

A symbolic link.

```text scene=symlink
demo-latest.whl: the file "demo-latest.whl": wanted a regular file, found a symbolic link
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP826", "odd-file", fact=Claim, severity=Severity.CRITICAL, cwe=(59, 176), binding=True)
def odd_file(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "odd-file")
