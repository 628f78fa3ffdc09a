"""An artifact is signed by somebody else

The signature is good, and who made it is none of the policy's signers: another workflow, branch, repository, issuer or
key.

## Why it matters

Anybody can sign anything with an identity of their own. Without this check a signature says only that somebody signed
(CWE-287).

## How to fix it

Look at what was found. If it is right, the policy must say so; if not, the release is not what it seems. A fork, a pull
request and a re-created repository have names that look alike: `repository-id` tells them apart.
Nothing can waive it.

## Examples

Another workflow of the same repository.

```text scene=other-workflow
demo-1.2.0.tar.gz: the signer's identity: wanted "https://github.com/acme/demo/.github/workflows/release.yml@refs/tags/v*", found "https://github.com/acme/demo/.github/workflows/tests.yml@refs/tags/v1.2.0"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP808", "wrong-signer", fact=Claim, severity=Severity.CRITICAL, cwe=(287,), binding=True)
def wrong_signer(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "wrong-signer")
