import logging

import yaml

log = logging.getLogger(__name__)


def load(path):
    with open(path) as file:
        config = yaml.safe_load(file)
    log.debug("loaded %s", config)  # expect: its text shows the password
    return config


def settings(path):
    with open(path) as file:
        options = yaml.safe_load(file)
    log.debug("read %s", options)  # expect: its text shows the token
    return options


class Stock:
    def __init__(self, path):
        self.options = settings(path)

    def open(self):
        return connect(self.options["token"])


def start(path):
    config = load(path)
    return connect(config["database"]["password"])
