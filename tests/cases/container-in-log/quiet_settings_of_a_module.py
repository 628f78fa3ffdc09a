import logging

log = logging.getLogger(__name__)


def main(config):
    log.info("configuration: %s", config)
    connect(config)


def connect(config):
    return opened(config["host"], config["port"])


def called(*args):
    log.info("called with %s", args)


def run(args):
    return opened(args.host, args.password)
