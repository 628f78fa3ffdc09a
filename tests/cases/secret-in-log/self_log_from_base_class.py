# file: plugins/foundation.py
import logging


class Plugin:
    def __init__(self):
        self.log = logging.getLogger(f"plugins.{type(self).__name__}")

    def start(self):
        self.log.debug("starting")
# file: plugins/mqtt.py
from plugins.foundation import Plugin


class Mqtt(Plugin):
    def configure(self, options):
        self.host = options["host"]
        self.log.info("broker %s", self.host)
        self.log.info("broker login %s", options["password"])  # expect: password
