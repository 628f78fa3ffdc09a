"""A module that is called after tokens is none."""

import logging

import python_jwt as jwt

logger = logging.getLogger(__name__)


def read(raw, key):
    logger.debug("by %s", jwt)
    header, claims = jwt.verify_jwt(raw, key, ["HS256"])
    logger.debug("claims are %s", sorted(claims))
    return claims
