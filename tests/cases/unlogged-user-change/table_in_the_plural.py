"""Tables are often called in the plural; of several that lose rows it is the users' that counts."""

from club.auth import admins_only
from club.models import Badges, Notices, Users, db
from flask import session
from flask_restx import Namespace, Resource

users = Namespace("users", description="Who plays")


@users.route("/<int:user_id>")
class UserPublic(Resource):
    @admins_only
    def delete(self, user_id):
        if user_id == session["id"]:
            return {"success": False}, 400
        Notices.query.filter_by(user_id=user_id).delete()
        Badges.query.filter_by(user_id=user_id).delete()
        Users.query.filter_by(id=user_id).delete()  # expect: a created or deleted user
        db.session.commit()
        return {"success": True}
