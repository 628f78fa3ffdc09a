"""What is called an environment is a stage where one variable says it, also where an object keeps that; it is all of them elsewhere."""

import json
import logging
import os

log = logging.getLogger(__name__)


class Audit:
    def __init__(self, service):
        self.service = service
        self.env = os.getenv("SHOP_ENV", "production")

    def emit(self, event):
        event["env"] = self.env
        event["service"] = self.service
        log.info(json.dumps(event))


class Runner:
    def __init__(self, service):
        self.service = service
        self.env = os.environ.copy()

    def emit(self, event):
        event["env"] = self.env
        event["service"] = self.service
        log.info(json.dumps(event))  # expect: environment
