import logging

import requests

logger = logging.getLogger(__name__)


class Converter:
    def convert(self, url: str, headers: list[tuple[str, str]]):
        logger.info("asking %s with %s", url, headers)  # expect: the headers reach logger.info()
        return requests.get(url, headers=dict(headers), timeout=5)
