import requests


class DiscoverService:
    def record(self, order):
        try:
            requests.post(f"{self.base}/v1/orders", json=order, timeout=3)
        except Exception:  # expect: post()
            pass
