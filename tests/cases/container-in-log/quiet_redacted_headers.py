# file: net/headers.py
SECRET = {"authorization", "cookie", "set-cookie", "x-api-key", "proxy-authorization"}


def redact_headers(headers):
    return {name: "***" if name.lower() in SECRET else value for name, value in headers.items()}
# file: net/client.py
import logging

import requests

from net.headers import redact_headers

logger = logging.getLogger(__name__)


def call(url, headers):
    safe_headers = redact_headers(headers)
    logger.debug("GET %s %s", url, safe_headers)
    response = requests.get(url, headers=headers, timeout=5)
    logger.debug("answer %d %s", response.status_code, redact_headers(response.headers))
    return response
