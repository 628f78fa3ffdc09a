"""Prices for the till, best effort: whatever goes wrong here must never break the till."""

import requests


class Prices:
    def tell(self, price):
        try:
            requests.post(self.url, json=price, timeout=5)
        except Exception:
            pass
