import logging

import pymysql

log = logging.getLogger(__name__)
USUAL = {"retries": 3}


def stock(config: dict) -> object:
    log.info("starts with %s", config)  # expect: its text shows the password
    return pymysql.connect(**config["stock"])


class Depot:
    def __init__(self, config: dict) -> None:
        self.config = dict(USUAL)
        self.config.update(config)
        log.info("depot with %s", self.config)  # expect: `self.config` reaches log.info(): its text shows the password

    def dial(self) -> object:
        part = self.config.get("stock", {}).copy()
        return pymysql.connect(**part)
