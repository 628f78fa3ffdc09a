from flask import Blueprint, g

from shop.models import BlockedUser, session

bp = Blueprint("friends", __name__)


@bp.delete("/blocked/<int:user_id>")
def unblock(user_id):
    blocked_user = BlockedUser.query.filter_by(by=g.user.id, user_id=user_id).first()
    session.delete(blocked_user)
    session.commit()
    return "", 204
