"""What a container is started with is an environment, though it is only called ``env``."""

import logging

import docker

log = logging.getLogger(__name__)


class Task:
    def __init__(self, image, env=None):
        self.image = image
        self.env = env or {}

    def run(self):
        log.info("starting %s with %s", self.image, self.env)  # expect: the environment reaches log.info()
        return docker.from_env().containers.run(self.image, environment=self.env, detach=True)
