import logging

import pymysql

log = logging.getLogger(__name__)
USUAL = {"retries": 3}


def stock(config: dict) -> object:
    log.info("starts with %s", config["name"])
    log.info("starts with %s", sorted(config))
    return pymysql.connect(**config["stock"])


class Depot:
    def __init__(self, config: dict) -> None:
        self.config = dict(USUAL)
        self.config.update({"shelves": 4})
        self.given = config
        log.info("depot with %s", self.config)

    def dial(self) -> object:
        return pymysql.connect(**self.given["stock"])
