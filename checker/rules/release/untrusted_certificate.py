"""A signing certificate is not a trusted one

The certificate is by another CA, was not valid when it was used, is in no certificate log that is trusted, lives longer
than a day, or contradicts itself.

## Why it matters

The certificate says who signed. Anybody can make one that says the same; only the CA of the trusted root checks it
first (CWE-295).

## How to fix it

Sign with the Sigstore instance that the policy's trusted root is of. Where the instance has new keys, renew the root:
`logproof verify --refresh-trust`.
Nothing can waive it.

## Examples

Another CA, with the same names.

```text scene=rogue-ca
demo-1.2.0.tar.gz: the signing certificate in "demo-1.2.0.tar.gz.sigstore.json": wanted one by a trusted CA, found one that is not
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP804", "untrusted-certificate", fact=Claim, severity=Severity.CRITICAL, cwe=(295, 296), binding=True)
def untrusted_certificate(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "untrusted-certificate")
