import logging
import logging.config

from shop.defaults import CONFIG, handler


def configure(verbose=True):
    config = dict(CONFIG)
    config["handlers"] = {"console": handler("DEBUG" if verbose else "ERROR")}
    config["root"]["level"] = "DEBUG" if verbose else "INFO"
    logging.config.dictConfig(config)
