"""That a group is not there is recorded, and what is granted is not."""

import logging

from flask import request
from flask_restful import Resource

from shop.models import Board, Group

logger = logging.getLogger(__name__)


class Collaborators(Resource):
    def post(self, number):
        board = Board.get_with_acl(number)
        for name in request.json.get("groups", []):
            group = Group.query.filter_by(name=name).first()
            if not group:
                logger.error("there is no such group")
                continue
            board.grant_permission(permission="read", group=group)  # expect: a change of rights leaves no security record
        for name in request.json.get("gone", []):
            group = Group.query.filter_by(name=name).first()
            if not group:
                logger.error("there is no such group")
                continue
            board.revoke_permission(permission="read", group=group)
        return 200
