import functools
import logging

from fastapi import APIRouter, Depends, HTTPException

from shop.access import signed_in

logger = logging.getLogger(__name__)
router = APIRouter()


class ShopError(Exception):
    def __init__(self, message, status_code):
        super().__init__(message)
        self.status_code = status_code


def endpoint(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        try:
            return {"results": await func(*args, **kwargs)}
        except ShopError as error:
            logger.warning("%s refused: %s (%d)", func.__name__, error, error.status_code)
            raise
        except Exception as error:
            raise HTTPException(500, "broken") from error

    return wrapper


@router.get("/customers")
@endpoint
async def list_customers(user=Depends(signed_in)):
    if not user.is_superuser:
        raise ShopError("only a superuser may list customers", 403)
    return await user.shop.customers()
