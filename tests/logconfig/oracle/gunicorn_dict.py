bind = "0.0.0.0:8000"
loglevel = "warning"
accesslog = "-"
logconfig_dict = {
    "formatters": {"line": {"format": "%(asctime)s %(name)s %(message)s"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stdout"},
        "file": {"class": "logging.FileHandler", "filename": "logs/gunicorn.log", "formatter": "line", "level": "ERROR"},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {"gunicorn.error": {"handlers": ["file"], "level": "INFO", "propagate": True}},
}
