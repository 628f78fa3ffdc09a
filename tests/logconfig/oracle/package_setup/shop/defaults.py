CONFIG = {"version": 1, "disable_existing_loggers": False, "root": {"handlers": ["console"]}, "loggers": {"boto": {"level": "CRITICAL"}}}


def handler(level):
    return {"class": "logging.StreamHandler", "level": level}
