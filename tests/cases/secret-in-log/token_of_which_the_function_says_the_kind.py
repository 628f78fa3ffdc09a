"""Which token a function takes, its own name says."""

import logging

LOG = logging.getLogger(__name__)


def check_scope_token(token: str) -> None:
    LOG.debug("checking %r", token)


def check_access_token(token: str) -> None:
    LOG.debug("checking %r", token)  # expect: the token reaches LOG.debug()


def remember_page_token(token: str, login) -> None:
    LOG.debug("%s goes on at %s", login.name, token)


def remember_token(token: str, login) -> None:
    LOG.debug("%s goes on with %s", login.name, token)  # expect: the token reaches LOG.debug()
