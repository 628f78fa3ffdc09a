# file: deploy/gunicorn.conf.py
bind = "0.0.0.0:8000"
workers = 1
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {
        "gunicorn.error": {"level": "INFO", "handlers": ["error_file"], "propagate": False},
        "gunicorn.access": {"level": "INFO", "handlers": ["access_file"], "propagate": False},
    },
    "handlers": {
        "error_file": {
            "class": "logging.handlers.RotatingFileHandler",
            "maxBytes": 10485760,
            "backupCount": 10,
            "formatter": "line",
            "filename": "/var/log/shop/error.log",
        },
        "access_file": {
            "class": "logging.handlers.RotatingFileHandler",
            "maxBytes": 10485760,
            "backupCount": 10,
            "formatter": "line",
            "filename": "/var/log/shop/access.log",
        },
        # gunicorn's own root logger names it
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(message)s", "datefmt": "%Y-%m-%d %H:%M:%S %z"},
        "access": {"format": "%(asctime)s %(message)s"},  # expect: access
    },
}
