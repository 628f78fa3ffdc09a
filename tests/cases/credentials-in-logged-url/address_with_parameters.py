import logging

import requests

log = logging.getLogger(__name__)


def prices(api_key, shop):
    parameters = {"api_key": api_key, "shop": shop}
    answer = requests.get("https://prices.example/v1", params=parameters)
    log.info("asked %s", answer.url)  # expect: URL with its API key
    return answer.json()


def shelves(shop):
    parameters = {"shop": shop}
    answer = requests.get("https://prices.example/v1", params=parameters)
    log.info("asked %s", answer.url)
    return answer.json()


def orders(api_key, shop):
    answer = requests.post("https://prices.example/v1", json={"api_key": api_key, "shop": shop})
    log.info("asked %s", answer.url)
    return answer.json()
