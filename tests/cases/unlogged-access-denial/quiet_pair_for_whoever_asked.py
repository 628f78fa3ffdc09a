import logging
from functools import wraps

from flask import jsonify, request

from shop.tokens import tokens

log = logging.getLogger(__name__)


def check_token(needed):
    user = tokens.get(request.headers.get("X-Token"))
    if needed not in user.roles:
        return False, ("not allowed", 403)
    return True, user


def requires(needed):
    def outer(view):
        @wraps(view)
        def inner(*args, **keywords):
            right, answer = check_token(needed)
            if not right:
                log.warning("denied %s to %s", needed, request.remote_addr)
                return answer
            return view(*args, **keywords)

        return inner

    return outer


def owned(request, project):
    if request.user.id != project.owner_id:
        log.warning("%s may not open %s", request.user.id, project.id)
        return None, jsonify({"error": "not yours"}), 403
    return project, None, 200


def page(request, number):
    if number > 100:
        return None, ("too far", 400)
    return number, None
