"""Provenance contradicts the certificate that signed it

The statement names a builder, repository, ref or commit, and the certificate names another one.

## Why it matters

The builder fills in the statement, the CA the certificate. Where they differ, the statement was not made by the build
that it describes (CWE-345).

## How to fix it

Find out which of them is right before anything goes out.
Nothing can waive it.

## Examples

Another commit in the provenance than in the certificate.

```text scene=other-commit
demo-1.2.0.tar.gz: the commit in "demo-1.2.0.tar.gz.slsa.attestation": wanted the certificate's "1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f", found "2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f2f"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP811", "contradicting-provenance", fact=Claim, severity=Severity.CRITICAL, cwe=(345,), binding=True)
def contradicting_provenance(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "contradicting-provenance")
