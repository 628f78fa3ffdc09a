"""Who is made here gets the first password: no other was there."""

from flask import request
from flask_restful import Resource

from app.extensions import db
from app.models import User


class Register(Resource):
    def post(self):
        data = request.get_json()
        if User.query.filter_by(email=data["email"]).first() is not None:
            return {"status": "taken"}, 409
        user = User(email=data["email"])
        user.set_password(data["password"])
        db.session.add(user)
        db.session.commit()
        return {"status": "done"}
