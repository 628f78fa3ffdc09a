"""An artifact has no signature

The policy names the file, and no bundle beside it speaks of it.

## Why it matters

What is not signed can come from anybody. One unsigned wheel among signed ones is what pip installs (CWE-347).

## How to fix it

Sign the file where it is built (`sigstore sign`, or `pypa/gh-action-pypi-publish` with attestations), or take it out of
the release. Bundles are found beside the file: `NAME.sigstore.json`, `NAME.publish.attestation` and the like.
Nothing can waive it.

## Examples

The wheel came without a bundle.

```text scene=unsigned
demo-1.2.0-py3-none-any.whl: the signature: wanted a valid one, found none
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP802", "unsigned-artifact", fact=Claim, severity=Severity.CRITICAL, cwe=(347,), binding=True)
def unsigned_artifact(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "unsigned-artifact")
