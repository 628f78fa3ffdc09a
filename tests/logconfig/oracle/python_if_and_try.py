import sys

try:
    import colorlog_that_is_not_there

    FORMATTER = {"()": "colorlog_that_is_not_there.ColoredFormatter", "format": "%(message)s"}
except ImportError:
    FORMATTER = {"format": "%(levelname)s %(message)s"}
if sys.version_info >= (3, 8):
    LEVEL = "INFO"
else:
    LEVEL = "INFO"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LEVEL},
}
