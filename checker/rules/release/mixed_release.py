"""Artifacts of different releases

The policy says that all artifacts share a version, commit or ref, and they do not.

## Why it matters

One old file among new ones is authentic on its own. Together they are a release that nobody built.

## How to fix it

Build all of it anew from one commit.

## Examples

An older wheel in the folder.

```text scene=two-versions
demo-1.2.0.tar.gz: the version: wanted one for all artifacts, found "1.2.0" beside "1.1.0"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP824", "mixed-release", fact=Claim, severity=Severity.HIGH, cwe=(353,))
def mixed_release(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "mixed-release")
