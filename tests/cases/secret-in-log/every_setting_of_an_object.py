"""A loop over the names of settings shows each of them, the passwords among them."""

import json
import logging
import os

logger = logging.getLogger(__name__)

PREFIX = "BRIDGE_"


class Bridge:
    def __init__(self) -> None:
        settings = {"broker": "localhost", "port": 1883, "mqtt_password": None, "gateway_password": None}
        settings = settings | json.load(open("/data/options.json"))
        for name in settings.keys():
            setattr(self, name, os.environ.get(PREFIX + name.upper(), settings[name]))
        for name in sorted(settings.keys()):
            logger.debug(f"settings[{name!r}] = {getattr(self, name)}")  # expect: the password reaches logger.debug()


class SafeBridge:
    def __init__(self) -> None:
        settings = {"broker": "localhost", "port": 1883, "mqtt_password": None}
        for name in settings:
            setattr(self, name, os.environ.get(PREFIX + name.upper(), settings[name]))
        for name in sorted(settings):
            if name == "mqtt_password":
                logger.debug("settings[%r] is set", name)
            else:
                logger.debug("settings[%r] = %s", name, getattr(self, name))


class AskingBridge:
    def __init__(self) -> None:
        settings = {"broker": "localhost", "port": 1883, "mqtt_password": None}
        for name in settings:
            setattr(self, name, os.environ.get(PREFIX + name.upper(), settings[name]))
        for name in sorted(settings):
            if not name.endswith("password"):
                logger.debug("settings[%r] = %s", name, getattr(self, name))
        for name in settings:
            shown = "***" if is_secret(name) else getattr(self, name)
            logger.debug("settings[%r] = %s", name, shown)
