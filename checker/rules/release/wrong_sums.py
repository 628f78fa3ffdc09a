"""The sums file is not right

It leaves a file out, names one twice or outside of the folder, has another or a short digest, or is missing.

## Why it matters

Who downloads one file checks it by the sums. A wrong line stops them, a missing one lets anything pass (CWE-354).

## How to fix it

Write it anew over all artifacts: `sha256sum * > SHA256SUMS`.

## Examples

A file is left out.

```text scene=sums-omit
demo-1.2.0-py3-none-any.whl: the digest in "SHA256SUMS": wanted 8bd549976fc669c638b4b7697db4abb0831e5434d924308a7c5e9ad44ed50a50, found none
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model import Parameters, Severity
from checker.release.claims import Claim
from checker.rule import Message, rule
from checker.rules.release._broken import broken


@rule("LP823", "wrong-sums", fact=Claim, severity=Severity.HIGH, cwe=(354,))
def wrong_sums(claim: Claim, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for each claim that does not hold."""
    yield from broken(claim, "wrong-sums")
