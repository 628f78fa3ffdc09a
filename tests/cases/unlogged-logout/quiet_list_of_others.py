"""A list of what nobody may write to is none of tokens."""

from flask import request
from flask_restful import Resource

from app.extensions import auth, db
from app.models import Blacklist


class Senders(Resource):
    @auth.login_required
    def post(self):
        db.session.add(Blacklist(address=request.json.get("address")))
        db.session.commit()
        return {"status": "added"}
