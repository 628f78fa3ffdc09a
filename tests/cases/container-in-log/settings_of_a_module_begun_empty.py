import json
import logging

log = logging.getLogger(__name__)
SETTINGS = {}


def read(path):
    with open(path) as file:
        SETTINGS.update(json.load(file))
    log.info("settings: %s", SETTINGS)  # expect: its text shows the password


def start():
    return connect(SETTINGS["host"], SETTINGS["password"])
