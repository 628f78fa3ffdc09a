import logging

import six

LOG = logging.getLogger(__name__)


def quoted(value):
    return six.moves.shlex_quote(value)


class Action:
    def __init__(self, command, sudo_password=None):
        self.command = command
        self.sudo_password = sudo_password

    def whole(self):
        command = quoted(self.command)
        if self.sudo_password:
            command = "echo -e %s | sudo -S %s" % (quoted("%s\n" % self.sudo_password), command)
        return command

    def run(self):
        LOG.info("runs %s", self.whole())  # expect: the password reaches LOG.info()
