import logging

import requests

logging.basicConfig(level=logging.INFO)
logging.getLogger("urllib3").setLevel(logging.DEBUG)  # expect:


def fetch(url):
    return requests.get(url, timeout=5).text
