import base64
import logging

import requests

logger = logging.getLogger(__name__)


def send(url, headers, user, password):
    headers = {header["key"]: header["value"] for header in headers}
    headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    logger.debug("sending %s", headers)  # expect: the text of `headers` shows the password
    return requests.post(url, headers=headers, timeout=5)
