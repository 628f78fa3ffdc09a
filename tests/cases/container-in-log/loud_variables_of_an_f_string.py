"""A text that is put together says that it shows variables of an environment."""

import logging

log = logging.getLogger(__name__)


def start(image, environment):
    for name in environment:
        log.info(f"Setting environment variable {name}: {environment[name]}")  # expect: the environment reaches log.info()
    return image.run(environment)
