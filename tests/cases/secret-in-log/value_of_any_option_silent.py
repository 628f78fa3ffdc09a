import logging

log = logging.getLogger(__name__)


class Client:
    def __init__(self, host="localhost", user=None, password=None):
        self.base_url = f"http://{host}:9000/"
        self.auth = (user, password)
        log.debug("client of %s", self.base_url)


def parse(arguments):
    given = {}
    for arg, val in arguments:
        if arg == "--host":
            given["host"] = val
        elif arg == "--user":
            given["user"] = val
        elif arg == "--password":
            given["password"] = val
    return Client(**given)
