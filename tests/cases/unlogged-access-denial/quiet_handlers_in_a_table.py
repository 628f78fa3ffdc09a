# file: shop/errors.py
class AppError(Exception):
    pass


class ForbiddenError(AppError):
    pass
# file: shop/handlers.py
import logging
from functools import partial

from litestar import Response

from shop.errors import AppError, ForbiddenError

log = logging.getLogger(__name__)


def exception_handlers():
    return {ForbiddenError: answer_with(403), AppError: answer_with(500)}


def answer_with(status):
    return partial(answer, status=status)


def answer(request, error: AppError, status):
    log.error("%s -> %s", type(error).__name__, error.args)
    return Response(content={}, status_code=status)
# file: shop/setup.py
from shop.handlers import exception_handlers


def set_up(config):
    config.exception_handlers.update(exception_handlers())
    return config
# file: shop/app.py
from litestar import Litestar, get

from shop.errors import ForbiddenError
from shop.setup import set_up


def refuse(user):
    raise ForbiddenError(f"{user} may not")


@get("/rooms")
async def rooms(request) -> list:
    if not request.user.is_admin:
        raise ForbiddenError("only for admins")
    return []


@get("/keys")
async def keys(request) -> list:
    if not request.user.is_admin:
        refuse(request.user)
    return []


app = Litestar([rooms, keys], on_app_init=[set_up])
