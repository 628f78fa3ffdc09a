"""The trusted root is older than it may be

The policy says how old the trusted root may be, and it is older, or nothing says how old it is.

## Why it matters

Keys of a CA or a log that were withdrawn since are still in an old root (CWE-295).

## How to fix it

`logproof verify --refresh-trust` fetches it by TUF, says what changed, and prints the pin for the policy. A root file
that is missing, empty or not the pinned one ends the run with code 2.
Nothing can waive it.

## Examples

The root is of last year.

```text scene=stale-root
.: the trusted root "trusted_root.json", its age: wanted at most 90 days, found 376 days (fetched on 2024-06-01)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP807", "untrusted-root", fact=Claim, severity=Severity.CRITICAL, cwe=(295,), binding=True)
def untrusted_root(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "untrusted-root")
