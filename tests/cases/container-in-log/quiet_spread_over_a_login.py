import logging

import mysql.connector

log = logging.getLogger("warehouse")


class Shelf:
    def __init__(self, row: int, level: int, token_type: str = "plain", use_password: bool = False) -> None:
        self.row = row
        self.level = level


def place(where: dict) -> Shelf:
    log.info("shelf %s", where)
    return Shelf(**where)


def without(source: dict, password: str) -> object:
    log.info("stock is kept in %s", source)
    return mysql.connector.connect(password=password, **source)


def written_out(host: str, port: int) -> object:
    target = {"host": host, "port": port}
    target["database"] = "stock"
    log.info("stock is kept in %s", target)
    return mysql.connector.connect(**target)


def filled(host: str, port: int) -> object:
    target = dict(host=host)
    if port:
        target.update(port=port)
    log.info("stock is kept in %s", target)
    return mysql.connector.connect(**target)


def parts(source: dict) -> object:
    log.info("stock is kept on %s as %s, of %s", source["host"], source.get("user"), sorted(source))
    shown = {key: value for key, value in source.items() if key != "password"}
    log.info("stock is kept in %s", shown)
    log.info("stock is kept in %s", {**source, "password": "***"})
    return mysql.connector.connect(**source)


def taken_out(source: dict) -> object:
    rest = dict(source)
    secret = rest.pop("password")
    log.info("stock is kept in %s", rest)
    return mysql.connector.connect(password=secret, **rest)
