import logging

import requests

log = logging.getLogger(__name__)


class Devices:
    def __init__(self, private_key):
        self._private_key = private_key
        self._session = requests.Session()

    def validate_device_token(self, device):
        return self._request("https://devices.example.com/v1", "validate", {"at": 1700000000})

    def query_bits(self, device):
        return self._request("https://devices.example.com/v1", "bits", {"at": 1700000000})

    def _request(self, url, endpoint, fields):
        result = self._session.post(f"{url}/{endpoint}", json=fields)
        log.debug(f"Response: {result.status_code} {result.text}")
        return result
