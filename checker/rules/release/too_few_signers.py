"""Fewer signers or logs than the policy wants

The policy wants a number of distinct signers or logs, and there are fewer. Two signatures by one signer count once.

## Why it matters

Where two must sign, one who is taken over is not enough. That is worth nothing if one can sign twice (CWE-287).

## How to fix it

Let the missing ones sign.
Nothing can waive it.

## Examples

Two signatures by one signer.

```text scene=signed-twice
demo-1.2.0.tar.gz: distinct signers: wanted at least 2, found 1
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP813", "too-few-signers", fact=Claim, severity=Severity.HIGH, cwe=(287,), binding=True)
def too_few_signers(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "too-few-signers")
