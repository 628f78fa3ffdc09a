COMMON = {"formatters": {"f": {"format": "%(message)s"}}, "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "f"}}}
LOGGING = {"version": 1, "disable_existing_loggers": False} | COMMON
LOGGING |= {"root": {"handlers": ["console"], "level": "ERROR"}}
LOGGING.setdefault("loggers", {})["shop"] = {"level": "INFO"}
LOGGING["loggers"].pop("nothing", None)
