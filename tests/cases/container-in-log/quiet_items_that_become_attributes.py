"""Nothing secret is read of the object; or another mapping is written than the one whose items become attributes."""

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
            self.logger.debug("parameter {!r} has the value {!r}".format(option, value))

    def opened(self):
        return fetch(self.parameters.url, self.parameters.timeout)


class Client:
    def __init__(self, options, places):
        for key, value in places.items():
            logging.debug("%s is at %s", key, value)
        for key, value in options.items():
            setattr(self, key, value)

    def open(self):
        return connect(self.host, self.password)
