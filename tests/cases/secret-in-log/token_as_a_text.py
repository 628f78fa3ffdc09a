import logging

from registry.models import User

logger = logging.getLogger(__name__)


def create_from_jwt_token(token: str):
    logger.debug(f"creating user from {token}")  # expect: the token reaches logger.debug()
    return User.of(token)
