import logging

logger = logging.getLogger(__name__)
LEVEL = 2


def log(level, message, *args):
    if level > LEVEL:
        return
    if str is not bytes:
        line = ("ldap: " + message % args).encode("ascii", "backslashreplace")
        line = line.decode()
    else:
        line = ("ldap: " + message % args).encode("ascii", "replace")
    logger.log(logging.DEBUG, line)


class Connection:
    def __init__(self, user, password):
        self.user = user
        self.password = password
        self.last_error = ""
        log(1, "%s for <%s>", self.last_error, self)
        log(2, "made <%r>", self)  # expect: the password reaches log()

    def __str__(self):
        return "user: " + str(self.user)

    def __repr__(self):
        return "Connection(user={0.user!r}, password={0.password!r})".format(self)
