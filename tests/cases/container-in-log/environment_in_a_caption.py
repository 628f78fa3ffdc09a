import logging
import os

log = logging.getLogger(__name__)


class Caption:
    def __init__(self, settings):
        self.settings = settings

    def of_settings(self, host):
        return self.settings.caption.format(host=host, env=os.environ)

    def of_the_stage(self, host):
        return "{host} in {env[STAGE]}".format(host=host, env=os.environ)

    def of_all(self, host):
        return "{host} with {env}".format(host=host, env=os.environ)


def announce(settings, host):
    caption = Caption(settings)
    log.info("keeping %s", caption.of_settings(host))
    log.info("keeping %s", caption.of_the_stage(host))
    log.info("keeping %s", caption.of_all(host))  # expect: environment


def enroll(name, password):
    payload = {"password": password, "name": name}
    log.info("{payload[name]} is enrolled".format(payload=payload))
    log.info("{payload} is enrolled".format(payload=payload))  # expect: password
