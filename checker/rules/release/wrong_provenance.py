"""A release was not built as the policy says

Builder, source, ref, commit, entry point, build type or a workflow input is not one of those that the policy allows.

## Why it matters

A build that anybody can start with inputs of their own makes authentic files of any content (CWE-345).

## How to fix it

Build it the way that the policy says, or change the policy on purpose.

## Examples

A workflow input that nobody allowed.

```text scene=other-input
demo-1.2.0.tar.gz: the workflow input "target" in "demo-1.2.0.tar.gz.slsa.attestation": wanted "pypi", found "staging"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP812", "wrong-provenance", fact=Claim, severity=Severity.HIGH, cwe=(345,))
def wrong_provenance(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "wrong-provenance")
