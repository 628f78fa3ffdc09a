import http.client
import logging

import requests

logger = logging.getLogger(__name__)
http.client.HTTPConnection.debuglevel = 1  # expect:


def get(url):
    return requests.get(url, timeout=5)
