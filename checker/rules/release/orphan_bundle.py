"""A bundle without its artifact

The bundle speaks of a file that is not in the folder.

## Why it matters

The file was taken out, renamed, or the bundle is of another release; it is not complete either way.

## How to fix it

Put the file back, or take its bundle out.

## Examples

The bundle of a file that was renamed.

```text scene=orphan
demo-1.1.0.tar.gz.sigstore.json: the bundle's artifact: wanted the file "demo-1.1.0.tar.gz" beside it, found none
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP822", "orphan-bundle", fact=Claim, severity=Severity.HIGH, cwe=(353,))
def orphan_bundle(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "orphan-bundle")
