NAMES = ["a", "b", "c"]
QUIET = {"b"}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {f"h_{name}": {"class": "logging.StreamHandler", "level": "INFO"} for name in NAMES},
    "loggers": {name: {"handlers": [f"h_{name}"], "level": "CRITICAL" if name in QUIET else "INFO"} for name in NAMES if name != "c"},
}
