from click import echo as info

from .records import log, warning


def pay(customer):
    info("pays")
    log("pays", customer)
    warning("has not paid")
