"""A signature is not one over this file

`demo-1.2.0.tar.gz` lies beside a bundle whose signature is over other bytes: the file was changed after it was signed,
or the bundle was.

## Why it matters

Whoever can change a file between the build and the user can put anything into it. The signature is what shows it
(CWE-347).

## How to fix it

Take the file and its bundle from the build that made them; never sign the changed file again to make the message go
away.
Nothing can waive it.

## Examples

The file was changed after it was signed.

```text scene=tampered
demo-1.2.0.tar.gz: the digest in the bundle in "demo-1.2.0.tar.gz.sigstore.json": wanted this file's, found another file's
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP801", "bad-signature", fact=Claim, severity=Severity.CRITICAL, cwe=(347,), binding=True)
def bad_signature(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "bad-signature")
