from functools import wraps

from flask import Response

from shop.managers import get_auth_manager


def requires_authentication(function):
    @wraps(function)
    def decorated(*args, **kwargs):
        if not get_auth_manager().is_logged_in():
            return Response("Unauthorized", 401, {})
        return function(*args, **kwargs)

    return decorated
