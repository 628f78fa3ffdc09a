from functools import wraps

from aiohttp.web import HTTPForbidden

from shop.settings import OWNERS


def owner_required(handler):
    @wraps(handler)
    async def decorator(*args):
        request = args[-1]
        response = await handler(request)
        if request["user"]["email"] not in OWNERS:
            raise HTTPForbidden(reason="not an owner")  # expect: denied access
        return response

    return decorator
