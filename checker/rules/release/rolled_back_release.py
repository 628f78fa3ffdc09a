"""A release that is older than it may be

The version is below the policy's minimum, the commit does not come after the one that the policy names, or it was
signed before the day that the policy names.

## Why it matters

An old release is authentic for ever, with every hole that was found since (CWE-1328).

## How to fix it

Release the newer one. Raise `minimum-version` with each release that mends something, or `minimum-commit`, which no
tag that was moved gets around. A certificate names a commit, and not which came first: that is looked up in a clone
(`--checkout FOLDER`, else the current folder), which must hold both commits and all between them (`fetch-depth: 0` in
`actions/checkout`). A commit that the clone does not know counts as older.

## Examples

Last year's release.

```text scene=rollback
demo-1.2.0-py3-none-any.whl: the version: wanted at least 1.3.0, found 1.2.0
demo-1.2.0.tar.gz: the version: wanted at least 1.3.0, found 1.2.0
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP825", "rolled-back-release", fact=Claim, severity=Severity.HIGH, cwe=(1328,))
def rolled_back_release(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "rolled-back-release")
