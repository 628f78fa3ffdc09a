"""A statement does not speak of this file

The attestation is authentic and its subject is another file, its digests contradict each other, or it is no in-toto
Statement.

## Why it matters

An attestation of one file laid beside another one would prove anything of it (CWE-345).

## How to fix it

Take the attestation that was made for this file.
Nothing can waive it.

## Examples

The attestation of another file.

```text scene=other-subject
demo-1.2.0.tar.gz: the statement in "demo-1.2.0.tar.gz.slsa.attestation", its subject: wanted this file (SHA-256 60464f568f8d2751336718d04a2fb8960fd7178cc02efb12b653b3ecd44c2690), found "old.tar.gz" with "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP809", "wrong-subject", fact=Claim, severity=Severity.CRITICAL, cwe=(345,), binding=True)
def wrong_subject(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "wrong-subject")
