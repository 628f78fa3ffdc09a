"""A module's dict that begins harmless and gets its login in a function."""

import logging

import requests

logger = logging.getLogger(__name__)

ADDRESS = "https://api.example.com/v1"
HEADERS = {"User-Agent": "shop/1.0", "Accept": "application/json"}
PARAMETERS = {"format": "json"}


class Gateway:
    def __init__(self, access_token: str, api_key: str) -> None:
        HEADERS["Authorization"] = "Bearer {}".format(access_token)
        PARAMETERS["api_key"] = api_key

    def orders(self) -> list[dict[str, object]]:
        logger.debug("asking with %s", HEADERS)  # expect: `HEADERS` reaches logger.debug(): its text shows the authorization header
        print(str(PARAMETERS))  # expect: `PARAMETERS` reaches print(): its text shows the API key
        return requests.get(f"{ADDRESS}/orders", headers=HEADERS, params=PARAMETERS, timeout=10).json()
