import logging.config

BASE = {"version": 1, "disable_existing_loggers": False, "handlers": {"console": {"class": "logging.StreamHandler"}}}


def build(level, extra=None):
    config = {**BASE, "root": {"level": level.upper(), "handlers": ["console"]}}
    config["loggers"] = {"urllib3": {"level": "WARNING"}}
    if extra is not None:
        config["loggers"].update(extra)
    return config


def setup(level="warning"):
    logging.config.dictConfig(build(level, {"shop": {"level": "INFO", "propagate": True}}))
