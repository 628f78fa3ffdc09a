import logging

from registry.models import User, db

logger = logging.getLogger(__name__)


def create_from_jwt_token(token: dict):
    user = User(username=token.get("username"), iss=token["iss"], sub=token["sub"])
    logger.debug(f"creating user from {token}; {user}")
    db.session.add(user)
    db.session.commit()
    return user
