import logging

log = logging.getLogger(__name__)


def configured(names, environment):
    for key in names:
        if key not in environment:
            log.warning("the variable of the API key %s is not set", key)
            log.warning("Missing API key: %s", key)
            raise KeyError(f"API key '{key}' not found")
        log.info("cache key: %s", key)
        log.info("key: %s", key)
