from functools import wraps

from flask import jsonify, request

from shop.tokens import tokens


def check_token(needed):
    token = request.headers.get("X-Token")
    if token is None:
        return False, ("missing", 401)
    user = tokens.get(token)
    if needed not in user.roles:
        return False, ("not allowed", 403)  # expect: denied access
    return True, user


def requires(needed):
    def outer(view):
        @wraps(view)
        def inner(*args, **keywords):
            right, answer = check_token(needed)
            if not right:
                return answer
            return view(*args, **keywords)

        return inner

    return outer


def owned(request, project):
    if request.user.id != project.owner_id:
        return None, jsonify({"error": "not yours"}), 403  # expect: denied access
    return project, None, 200
