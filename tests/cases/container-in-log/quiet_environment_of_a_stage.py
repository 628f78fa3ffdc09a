"""Without such words an environment may be a stage."""

import logging

log = logging.getLogger(__name__)


def start(image, environment):
    log.info(f"deploying {image} to the environment {environment}")
    return image.deploy(environment)
