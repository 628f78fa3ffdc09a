# file: almanac/visitors.py
from almanac.models import User
from almanac.store import db_session
from almanac.tracking import register_campaign_tracker_and_track_user
from flask import request
from flask_login import current_user
from flask_restful import Resource


class UserResource(Resource):
    def post(self):
        current_user.nickname = request.json["nickname"]
        db_session.add(current_user)
        db_session.commit()
        return 200


class VisitView(Resource):
    def get(self):
        user = User.query.get(request.args["id"])
        register_campaign_tracker_and_track_user(request, user)
        return 200
