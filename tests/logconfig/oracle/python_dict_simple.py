LOGGING = {
    "version": 1,
    "formatters": {"brief": {"format": "%(levelname)-8s: %(name)s %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "brief", "level": "INFO"}},
    "root": {"level": "DEBUG", "handlers": ["out"]},
}
