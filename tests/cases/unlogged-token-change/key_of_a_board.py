"""A thing of the shop's is given a new key for its API."""

from flask import request
from flask_restful import Resource

from shop.models import Board


class Keys(Resource):
    def post(self, number):
        board = Board.query.get(number)
        if request.form["what"] == "create":
            board.set_api_key()  # expect: a made or revoked token leaves no security record
            board.save()
        return {}
