"""Errors that stand in a variable before they are raised."""

import logging

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A login that the server did not take."""


def sign_in(server, user, password):
    answer = server.login(user, password)
    error = None
    if answer.code == 530:
        error = Refused(f"{user} was refused with {password}")
    elif answer.code == 421:
        error = Refused("the server is busy")
    if error is not None:
        logger.info("signing in as %s failed", user)
        raise error  # expect: the password stands in the text of Refused


def connect(server, user, password):
    failure = ConnectionError("cannot connect as %s with %s" % (user, password))
    failure.server = server
    raise failure  # expect: the password stands in the text of ConnectionError


class Answers:
    def error(self, code, password):
        if code < 400:
            return None
        return self._made(f"code {code}: {password}")

    def _made(self, text):
        return Refused(text)


def look_up(answers, server, password):
    error = Answers().error(server.code, password)
    if error:
        raise error from None  # expect: the password stands in the text of Refused
