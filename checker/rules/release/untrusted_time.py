"""The time of a signature is not proven

No trusted source says when it was signed, the sources disagree, or they name a time that has not come yet.

## Why it matters

Certificates live for minutes. Without a proven time, a key that was stolen later signs for ever (CWE-345).

## How to fix it

Keep the log's promise or the signed timestamp in the bundle. Entries of Rekor v2 need a timestamp by an authority of
the trusted root.
Nothing can waive it.

## Examples

The timestamp is by somebody else.

```text scene=other-timestamp
demo-1.2.0.tar.gz: the signed timestamps: wanted 1 by a trusted authority, for this signature, found 0
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP806", "untrusted-time", fact=Claim, severity=Severity.CRITICAL, cwe=(345,), binding=True)
def untrusted_time(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "untrusted-time")
