import json
import logging

log = logging.getLogger(__name__)
SEEN = {}
SETTINGS = {}


def read(path):
    with open(path) as file:
        SETTINGS.update(json.load(file))
    SEEN[path] = True
    log.info("read so far: %s", SEEN)


def start():
    return connect(SETTINGS["host"], SETTINGS["password"])
