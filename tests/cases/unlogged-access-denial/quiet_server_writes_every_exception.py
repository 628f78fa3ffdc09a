"""Litestar may be told to write down each exception, those that it answers too."""

from litestar import Litestar, get
from litestar.exceptions import PermissionDeniedException
from litestar.logging import LoggingConfig


@get("/rooms")
async def rooms(request) -> list:
    if not request.user.is_admin:
        raise PermissionDeniedException("only for admins")
    return []


app = Litestar([rooms], logging_config=LoggingConfig(log_exceptions="always"))
