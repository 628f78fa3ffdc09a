from functools import wraps
from http import HTTPStatus

from werkzeug.exceptions import abort

from orchard.pool import Pool


def for_application(name):
    def decorator(func):
        @wraps(func)
        def wrapper(request, *args, **kwargs):
            authorization = request.authorization
            if authorization is None:
                abort(HTTPStatus.UNAUTHORIZED)
            if authorization.type == "bearer":
                token = getattr(authorization, "token", "")
            elif authorization.type == "basic":
                token = authorization.get("password")
            else:
                abort(HTTPStatus.UNAUTHORIZED)
            known = Pool().get("orchard.application").check(token, name)
            if not known:
                abort(HTTPStatus.UNAUTHORIZED)  # expect: failed login
            return func(request, *args, **kwargs)

        return wrapper

    return decorator
