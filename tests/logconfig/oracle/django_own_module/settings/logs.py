from . import levels

LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": levels.CONSOLE}},
    "loggers": {"": {"handlers": ["console"], "level": levels.ROOT}, "django": {"level": levels.ROOT}},
}
