"""Somebody's own row, taken away by the class that keeps them."""

from flask_restful import Resource

from chat.db import session
from chat.rows import UsersRepository


class UserResource(Resource):
    def delete(self, number):
        with session() as conn:
            UsersRepository(conn).delete(number)  # expect: created or deleted user
        return {}
