import logging

log = logging.getLogger(__name__)


class Api:
    def __call(self, function, *args):
        log.debug("calling %s with %s", function, args)  # expect: the password and the password hash reach log.debug()
        return dict(args)

    def login(self, account, password_hash):
        return self.__call("user/login", ("account", account), ("password", password_hash))


def signed(value):
    headers = [("Accept", "application/json"), ("Authorization", value)]
    log.debug("asking with %s", headers)  # expect: authorization
    return headers
