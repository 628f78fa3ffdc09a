import logging

log = logging.getLogger(__name__)


def main(config):
    log.info("configuration: %s", config)  # expect: its text shows the password
    connect(config)


def connect(config):
    return opened(config["host"], config["password"])
