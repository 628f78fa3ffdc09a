"""A way out that refuses, as it was found."""

from __future__ import annotations

import msgspec

NO_GOOD = "says that what was shown is no good"
"""The text of a refusal of a token that nobody has."""


class Refused(msgspec.Struct, frozen=True):
    """A way out that refuses."""

    status: int
    told: bool
    """Whether the framework itself records it."""
    text: str
    """What a message calls it: ``raises PermissionDenied``."""
    named: bool = False
    """Whether nothing but a name tells that it refuses: ``return PERMISSION_DENIED`` of a library."""
    paired: bool = False
    """Whether it is the second of a pair whose first says no, for whoever asked: ``return False, ("not yours", 403)``."""
    kept: bool = False
    """Whether it was kept in a name: what returns it returns other answers too."""
    worded: bool = False
    """Whether the framework writes the text of it into its log: ``HTTPError(403, "Access denied to ...")`` of Tornado."""
    handled: bool = False
    """Whether it is an exception of which a handler of the project alone tells that it refuses."""

    @property
    def answered(self) -> int:
        """The status of the answer; 0 where a text alone refuses, which may come with any: no handler of 401 or 403 is asked."""
        return 0 if self.text.startswith("says ") else self.status
