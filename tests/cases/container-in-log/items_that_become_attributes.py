"""Options become attributes one by one, and a password is read of the object: it was among the options."""

import json
import logging


class Collector:
    def __init__(self, path, name):
        self.parameters = Parameters()
        self.logger = logging.getLogger(__name__)
        with open(path) as file:
            found = json.load(file)
        params = found[name]
        for option, value in params.items():
            setattr(self.parameters, option, value)
            self.logger.debug("parameter {!r} has the value {!r}".format(option, value))  # expect: its text shows the password

    def opened(self):
        return fetch(self.parameters.url, self.parameters.http_user, self.parameters.http_password)


class Client:
    def __init__(self, options):
        logging.debug("begins with %s", options)  # expect: its text shows the password
        for key, value in options.items():
            setattr(self, key, value)

    def open(self):
        return connect(self.host, self.password)
