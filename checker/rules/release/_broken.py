"""What the rules of this family share: a claim that does not hold is one message."""

from __future__ import annotations

from collections.abc import Iterator

from checker.release.claims import Claim
from checker.rule import Message


def broken(claim: Claim, rule: str) -> Iterator[Message]:
    """The claim's sentence, where it is this rule's and does not hold."""
    if claim.rule == rule and not claim.holds:
        yield Message(claim.sentence)
