"""The new key of a thing of the shop's is recorded; another's key is kept among the settings."""

import logging

from flask import request
from flask_restful import Resource

from shop.models import Board

log = logging.getLogger("shop.audit")


class Keys(Resource):
    def post(self, number):
        board = Board.query.get(number)
        board.set_api_key()
        board.save()
        log.info("board %d has a new key", board.id)
        return {}
