import logging

logger = logging.getLogger("terminal")


def open_till(till, pin):
    parts = ["open", str(till.number), pin]
    logger.debug(" ".join(parts))  # expect: pin
    return till.open(pin)
