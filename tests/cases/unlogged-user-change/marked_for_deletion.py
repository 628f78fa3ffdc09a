from flask_restful import Resource

from accounts import model


class UserManagement(Resource):
    def delete(self, username):
        model.mark_user_for_deletion(username)  # expect: a created or deleted user leaves no security record
        return "", 204
