import logging

log = logging.getLogger("till")


def till(template: dict, pin_code: str) -> dict:
    order = {"till": 4, "cashier": {}}
    order["cashier"]["pin_code"] = pin_code
    log.debug("till opens: %s", order)  # expect: its text shows the PIN
    return order


def deeper(form: dict, given: str) -> None:
    form["a"]["b"]["api_key"] = given
    log.debug("form %s", form["a"])  # expect: its text shows the API key
