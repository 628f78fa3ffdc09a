import logging

log = logging.getLogger(__name__)


def issued(user, key):
    log.info("new api key for %s: %s", user, key)  # expect: API key
    log.info("API key: %s", key)  # expect: API key
    print(f"Your API key is {key}")  # expect: API key
