"""A bundle cannot be read

The bundle is no JSON, says one thing twice, or has a form that no Sigstore bundle from 0.1 to 0.3 has.

## Why it matters

Two readers that understand one text differently are how a forged bundle passes one of them. So what is not plain is
refused: duplicate keys, junk in base64, numbers out of range, unknown fields (CWE-345).

## How to fix it

Take the bundle from where it was made. A newer form of bundle needs a newer logproof.

A bare envelope (`NAME.intoto.jsonl` of slsa-github-generator before it wrote bundles) carries a certificate that was
good for ten minutes, and nothing that shows that it was signed in these. That stands in the log alone, which has to be
asked: use slsa-verifier, which does, or have the builder write a bundle.
Nothing can waive it.

## Examples

A key stands twice in the bundle.

```text scene=duplicate-key
demo-1.2.0.tar.gz.sigstore.json: the bundle "demo-1.2.0.tar.gz.sigstore.json": wanted JSON that every reader understands alike, found the key "mediaType" twice in one object
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP803", "unreadable-bundle", fact=Claim, severity=Severity.CRITICAL, cwe=(345, 20), binding=True)
def unreadable_bundle(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "unreadable-bundle")
