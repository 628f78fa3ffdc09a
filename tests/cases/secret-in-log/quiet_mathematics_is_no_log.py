import math
from math import log


def entropy(password, token):
    symbols = len(set(password))
    log(len(token) + 1)
    return math.log(symbols, 2) * len(password)


def dialog(secret):
    catalog = {"secret": secret}
    catalog.update({"seen": True})
    return catalog
