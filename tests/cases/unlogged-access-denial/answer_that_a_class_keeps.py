from fastapi import HTTPException, status

from mill.accounts import Miller


class Checks:
    """What the routes of a mill ask before they do anything."""

    Denied = HTTPException(status.HTTP_403_FORBIDDEN)
    Missing = HTTPException(status.HTTP_404_NOT_FOUND)

    def __init__(self, miller: Miller) -> None:
        self.miller = miller

    def may_grind(self) -> bool:
        if not self.miller.can_grind:
            raise self.Denied  # expect: denied access
        return True

    def has_sacks(self) -> bool:
        if not self.miller.sacks:
            raise self.Missing
        return True


class NightChecks(Checks):
    def may_stop(self) -> bool:
        if not self.miller.is_admin:
            raise self.Denied  # expect: denied access
        return True
