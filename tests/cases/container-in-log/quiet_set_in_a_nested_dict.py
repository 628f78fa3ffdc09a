import logging

log = logging.getLogger("till")


def till(pin_code: str) -> dict:
    order = {"till": 4, "cashier": {}}
    log.debug("till opens: %s", order)
    order["cashier"]["pin_code"] = pin_code
    log.debug("till %s of %s", order["till"], list(order["cashier"]))
    return order


def hidden(form: dict) -> None:
    form["cashier"]["pin_code"] = "****"
    form["drawer"]["coins"] = 20
    log.debug("till opens: %s", form)
