import functools
import hmac

from flask import abort, current_app, request
from flask_restx import Resource

from depot import settings
from depot.models import ApiToken, db


def with_key(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given, settings.KEY):
            current_app.logger.warning("wrong key from %s", request.remote_addr)
            abort(403)
        current_app.logger.info("right key from %s", request.remote_addr)
        return view(*args, **kwargs)

    return wrapper


class Tokens(Resource):
    @with_key
    def post(self):
        token = ApiToken(owner=request.json["owner"])
        db.session.add(token)  # expect: token
        db.session.commit()
        return {"id": token.id}
