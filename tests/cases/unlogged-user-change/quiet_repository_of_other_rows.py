"""Rows of another table that belong to somebody, kept by a class that is called after them."""

from flask_restful import Resource

from chat.db import session
from chat.rows import UserCustomModelsRepository


class UserModelResource(Resource):
    def delete(self, number):
        with session() as conn:
            UserCustomModelsRepository(conn).delete(number)
        return {}
