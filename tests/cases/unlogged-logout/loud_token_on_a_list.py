"""Who logs out has the token put on the list of those that are void."""

from flask import request
from flask_restful import Resource

from app.extensions import auth, db
from app.models import Blacklist


class Logout(Resource):
    @auth.login_required
    def post(self):
        token = request.json.get("refresh_token")
        db.session.add(Blacklist(refresh_token=token))  # expect: a logout leaves no security record
        db.session.commit()
        return {"status": "invalidated"}
