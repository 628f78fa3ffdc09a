# file: train/logs.py
import logging.config


def base():
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {
            "controller": {"class": "logging.StreamHandler"},
            "worker": {"class": "logging.StreamHandler"},
        },
        "loggers": {},
    }


def configure_controller():
    config = base()
    config["loggers"]["train"] = {"level": "INFO", "handlers": ["controller"], "propagate": False}
    logging.config.dictConfig(config)


def configure_worker():
    config = base()
    config["loggers"]["train"] = {"level": "INFO", "handlers": ["worker"], "propagate": False}
    logging.config.dictConfig(config)
