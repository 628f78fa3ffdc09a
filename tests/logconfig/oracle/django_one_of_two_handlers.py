import os

INSTALLED_APPS = ["shop"]
OUTPUT = "out" if os.path.isdir("/") else "err"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(name)s %(levelname)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stdout"},
        "err": {"class": "logging.StreamHandler", "formatter": "line", "level": "ERROR"},
    },
    "root": {"handlers": [OUTPUT], "level": "WARNING"},
    "loggers": {"shop": {"handlers": [OUTPUT], "level": "INFO", "propagate": False}},
}
