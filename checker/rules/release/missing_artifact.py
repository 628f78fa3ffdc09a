"""A file of the release is missing

Fewer or more files than the policy says match a pattern, or an authentic statement speaks of a file that is not there.

## Why it matters

A missing wheel makes pip build the sdist; a release without the file that was fixed keeps the old one in use.

## How to fix it

Complete the folder, or correct the count in the policy.

## Examples

The wheel is not there.

```text scene=no-wheel
.: files that match "demo-*.whl": wanted exactly 1, found 0
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP820", "missing-artifact", fact=Claim, severity=Severity.HIGH, cwe=(353,))
def missing_artifact(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "missing-artifact")
