"""A dict of empty settings says what the file that fills it may hold."""

import json
import logging

logger = logging.getLogger(__name__)


def load(path: str) -> dict[str, object]:
    config = {"host": None, "port": 1883, "mqtt_password": None}
    with open(path) as stream:
        config.update(json.load(stream))
    logger.debug("config: %s", config)  # expect: `config` reaches logger.debug(): its text shows the password
    return config


def merged(path: str) -> dict[str, object]:
    with open(path) as stream:
        options = {"host": "", "smtp_password": ""} | json.load(stream)
    logger.debug("options: %s", options)  # expect: the settings reach logger.debug(): their text shows the password
    return options


def connect(**given: object) -> None:
    arguments = {"host": "localhost", "password": None, **given}
    logger.debug("connecting with %s", arguments)  # expect: the password
    open_connection(**arguments)
