"""``super()`` means the class above: what a class below does with the same name is not asked."""

import logging

logger = logging.getLogger(__name__)


class Channel:
    def write(self, line):
        self.wire.send(line)


class SignedChannel(Channel):
    def write(self, line):
        super().write(line)


class LoudChannel(SignedChannel):
    def write(self, line):
        logger.debug("> %s", line)


class LoginChannel(SignedChannel):
    def sign_in(self, password):
        super().write(password)
