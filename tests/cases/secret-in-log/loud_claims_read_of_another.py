"""The claims of one token say nothing of another one."""

import logging

logger = logging.getLogger(__name__)


def finish(answer, claims, sessions, state):
    id_token = answer.get("id_token")
    logger.debug("ID token: %s", id_token)  # expect: the token
    sessions.bind(claims["sub"], state)
