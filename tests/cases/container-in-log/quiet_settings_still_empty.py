"""Settings that nobody has filled, that are filled without the secret, or of which one is written; messages about names."""

import json
import logging

logger = logging.getLogger(__name__)


def empty() -> dict[str, object]:
    config = {"host": None, "port": 1883, "mqtt_password": None}
    logger.debug("defaults: %s", config)
    return config


def load(path: str) -> dict[str, object]:
    config = {"host": None, "port": 1883, "mqtt_password": None}
    with open(path) as stream:
        config.update(json.load(stream))
    logger.debug("connecting to %s:%s", config["host"], config["port"])
    logger.debug("settings: %s", sorted(config))
    return config


def shown(path: str) -> None:
    with open(path) as stream:
        options = {"host": "", "mqtt_password": "", **json.load(stream), "mqtt_password": "***"}
    logger.debug("options: %s", options)


def validate(form: dict[str, str]) -> dict[str, str]:
    errors = {"user": "", "password": ""}
    errors.update(check(form))
    logger.info("the form has errors: %s", errors)
    return errors
