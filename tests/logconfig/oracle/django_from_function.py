INSTALLED_APPS = ["shop"]


def logger(level="INFO", *, handlers=("console",), propagate=True):
    made = {"level": level, "handlers": list(handlers)}
    if not propagate:
        made["propagate"] = False
    return made


def logging_config(debug=False):
    level = "DEBUG" if debug else "INFO"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler", "level": level}},
        "loggers": {name: logger(level) for name in ("shop", "shop.orders")} | {"celery": logger("WARNING", propagate=False)},
        "root": logger("ERROR"),
    }


LOGGING = logging_config()
