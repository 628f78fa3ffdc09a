"""``super()`` hands a password to a method of the class above, which logs it."""

import logging

logger = logging.getLogger(__name__)


class Channel:
    def write(self, line):
        logger.debug("> %s", line)  # expect: the password reaches logger.debug()

    def close(self, reason):
        logger.debug("closed: %s", reason)


class SignedChannel(Channel):
    def sign_in(self, password):
        super().write(password)

    def close(self, reason):
        super(SignedChannel, self).close(reason)
