import functools

from flask import abort, current_app, g, request
from flask_restx import Resource

from depot.models import ApiToken, db


def told(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        if not g.user.is_clerk:
            current_app.logger.warning("%s may not call %s", g.user, view.__name__)
            abort(403)
        current_app.logger.info("%s calls %s", g.user, view.__name__)
        return view(*args, **kwargs)

    return wrapper


class Tokens(Resource):
    @told
    def post(self):
        token = ApiToken(owner=request.json["owner"])
        db.session.add(token)
        db.session.commit()
        return {"id": token.id}
