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
        except ShopError:
            raise
        except Exception as error:
            logger.error("endpoint %s broke", func.__name__, exc_info=True)
            raise HTTPException(500, "broken") from error

    return wrapper


@router.get("/customers")
@endpoint
async def list_customers(user=Depends(signed_in)):
    if not user.is_superuser:
        raise ShopError("only a superuser may list customers", 403)  # expect: denied access
    return await user.shop.customers()
