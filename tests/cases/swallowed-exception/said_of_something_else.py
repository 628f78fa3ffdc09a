"""Prices for the till, which may be optional."""

import requests


class Prices:
    """Sends prices.

    A price that is missing must be asked for again.
    """

    def tell(self, price):
        try:
            requests.post(self.url, json=price, timeout=5)
        except Exception:  # expect: post()
            pass


def keep(store, order):
    def save():
        try:
            store.save(order)
        except Exception:  # expect: save()
            pass

    return save
