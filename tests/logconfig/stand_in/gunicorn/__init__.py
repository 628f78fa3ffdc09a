"""What `gunicorn.glogging.Logger.setup` (27.0) makes of a file of settings."""

import logging
import logging.config
import sys

FORMAT, DATE = "%(asctime)s [%(process)d] [%(levelname)s] %(message)s", "[%Y-%m-%d %H:%M:%S %z]"
DEFAULTS = {
    "version": 1,
    "disable_existing_loggers": False,
    "root": {"level": "INFO", "handlers": ["console"]},
    "loggers": {
        "gunicorn.error": {"level": "INFO", "handlers": ["error_console"], "propagate": True},
        "gunicorn.access": {"level": "INFO", "handlers": ["console"], "propagate": True},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stdout"},
        "error_console": {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"},
    },
    "formatters": {"generic": {"format": FORMAT, "datefmt": DATE}},
}


def setup(settings):
    error, access = logging.getLogger("gunicorn.error"), logging.getLogger("gunicorn.access")
    error.propagate = access.propagate = False
    error.setLevel(getattr(settings, "loglevel", "info").upper())
    access.setLevel(logging.INFO)
    attach(error, getattr(settings, "errorlog", "-"), sys.stderr)
    if getattr(settings, "accesslog", None) is not None:
        attach(access, settings.accesslog, sys.stdout)
    if getattr(settings, "logconfig_dict", None):
        logging.config.dictConfig({**DEFAULTS, **settings.logconfig_dict})


def attach(logger, output, stream):
    handler = logging.StreamHandler(stream) if output == "-" else logging.FileHandler(output)
    handler.setFormatter(logging.Formatter(FORMAT, DATE))
    logger.addHandler(handler)
