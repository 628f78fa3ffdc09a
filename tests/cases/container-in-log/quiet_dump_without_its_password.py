"""What is left out of a dump, or hides itself in one, is not written; nor is it known what a method of another name writes."""

import logging

_LOGGER = logging.getLogger(__name__)


def connect(account):
    _LOGGER.debug("connecting with %s", account.model_dump(exclude={"password"}))
    return open_session(account.host, account.password)


def connect_hidden(account):
    _LOGGER.debug("connecting with %s", account.model_dump())
    return open_session(account.host, account.password.get_secret_value())


def connect_by_hand(account):
    _LOGGER.debug("connecting with %s", account.as_dict())
    return open_session(account.host, account.password)


def counted(answer):
    _LOGGER.debug("answered %s", answer.model_dump())
    return answer.usage.total_tokens
