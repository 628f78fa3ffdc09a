INSTALLED_APPS = ["shop.orders", "shop.mail"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"line": {"format": "%(name)s %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {},
}
for app in INSTALLED_APPS:
    LOGGING["loggers"][app] = {"handlers": ["out"], "level": "DEBUG" if app.endswith("mail") else "INFO", "propagate": False}
LOGGING["root"] = {"handlers": ["out"], "level": "ERROR"}
