import logging

logger = logging.getLogger(__name__)


def auth_choice(auth_method, auth_type, auth_backend, auth_provider):
    logger.info("authenticating with %s (%s) via %s/%s", auth_method, auth_type, auth_backend, auth_provider)


def author(author, authors, authored_at, authority):
    logger.info("written by %s, %s at %s, %s", author, authors, authored_at, authority)
