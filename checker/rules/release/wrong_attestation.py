"""A required attestation is missing or has the wrong form

The policy asks for a statement of a type, with fields, and there is none that is so.

## Why it matters

Provenance that nobody demands is provenance that an attacker leaves out (CWE-345).

## How to fix it

Make the attestation where the file is built, or ask for another one in the policy.

## Examples

A signature alone, where provenance is wanted.

```text scene=no-provenance
demo-1.2.0.tar.gz: the attestation: wanted "https://slsa.dev/provenance/v1", found none by a wanted signer
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP810", "wrong-attestation", fact=Claim, severity=Severity.HIGH, cwe=(345,))
def wrong_attestation(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "wrong-attestation")
