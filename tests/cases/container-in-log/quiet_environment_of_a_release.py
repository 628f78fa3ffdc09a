"""What a release is deployed to is called ``env`` too."""

import logging

log = logging.getLogger(__name__)


class Release:
    def __init__(self, image, env=None):
        self.image = image
        self.env = env or "staging"

    def run(self, api):
        log.info("deploying %s to %s", self.image, self.env)
        return api.deployments.create(self.image, environment=self.env)
