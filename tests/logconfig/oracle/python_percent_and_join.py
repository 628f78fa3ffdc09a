PARTS = ["%(asctime)s", "%(levelname)s", "%(name)s", "%(message)s"]
APP = "shop"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"joined": {"format": " | ".join(PARTS)}, "put": {"format": "[%s] " % APP + "%(message)s"}},
    "handlers": {
        "one": {"class": "logging.StreamHandler", "formatter": "joined"},
        "two": {"class": "logging.StreamHandler", "formatter": "put", "level": "ERROR"},
    },
    "loggers": {APP: {"handlers": ["one", "two"]}, "{}.{}".format(APP, "orders"): {"level": "DEBUG"}},
}
