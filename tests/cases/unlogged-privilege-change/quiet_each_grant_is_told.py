"""Each right that is granted is recorded, and so are groups that are not there."""

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
            board.grant_permission(permission="read", group=group)
            logger.info("group %d may read board %d", group.id, board.id)
        return 200
