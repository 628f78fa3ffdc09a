"""The fact that release rules look at: one claim about one file, with what was wanted and what was found."""

from __future__ import annotations

from msgspec import Struct

from checker.model import Span
from checker.release.refusal import Refused


class Claim(Struct, frozen=True):
    """What must hold of a file of the release, and whether it does."""

    rule: str
    """Name of the rule that is broken where it does not hold."""
    path: str
    """The file, relative to the folder."""
    claim: str
    """``the signer``."""
    wanted: str
    found: str
    """Only what is authentic where the claim holds."""
    holds: bool
    place: str = ""
    """The folder as seen from the project's root, with ``/`` at its end; ``""`` where it is the root."""

    @property
    def span(self) -> Span:
        """The file as a place; the folder itself where the claim is about all of it."""
        path = self.place.rstrip("/") if self.path == "." and self.place else f"{self.place}{self.path}"
        return Span(path, 1, 1, 1, 1)

    @property
    def sentence(self) -> str:
        """One plain sentence that names artifact, claim, wanted and found."""
        return f"{self.path}: {self.claim}: wanted {self.wanted}, found {self.found}"


def broken(path: str, refused: Refused) -> Claim:
    """A refusal as a claim about a file."""
    return Claim(refused.rule, path, refused.claim, refused.wanted, refused.found, holds=False)
