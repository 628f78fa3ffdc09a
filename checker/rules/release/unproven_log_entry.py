"""A signature is not proven to be in a transparency log

The entry is missing, is of another artifact or signer, or its proof leads to no checkpoint that a trusted log signed.

## Why it matters

A stolen identity can sign in silence; the log makes it visible to its owner. A signature that is not in the log is one
that nobody can find (CWE-345).

## How to fix it

Use the bundle as the signing tool wrote it. A detached signature, or an envelope without its log entry, cannot be
verified offline.
Nothing can waive it.

## Examples

The proof was taken out.

```text scene=no-proof
demo-1.2.0.tar.gz: the log's proof in "demo-1.2.0.tar.gz.sigstore.json": wanted one that leads to this entry, found none, and a promise alone does not show that the entry is in the log
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP805", "unproven-log-entry", fact=Claim, severity=Severity.CRITICAL, cwe=(345,), binding=True)
def unproven_log_entry(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "unproven-log-entry")
