import logging

import yaml

log = logging.getLogger(__name__)


def load(path):
    with open(path) as file:
        config = yaml.safe_load(file)
    log.debug("loaded %s", config)
    return config


def paint(path):
    config = load(path)
    return draw(config["colours"], config["columns"])


def start(path, secrets):
    return connect(path, secrets["password"])
