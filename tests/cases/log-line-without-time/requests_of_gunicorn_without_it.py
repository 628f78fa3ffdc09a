# file: deploy/gunicorn.conf.py
bind = "0.0.0.0:8000"
workers = 1
accesslog = "-"
access_log_format = '%(h)s "%(r)s" %(s)s'
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "root": {"level": "INFO", "handlers": ["error_file"]},
    "loggers": {
        "gunicorn.error": {"level": "INFO", "handlers": ["error_file"], "propagate": False},
        "gunicorn.access": {"level": "INFO", "handlers": ["access_file"], "propagate": False},
    },
    "handlers": {
        "error_file": {
            "class": "logging.handlers.RotatingFileHandler",
            "maxBytes": 2097152,
            "backupCount": 3,
            "formatter": "line",
            "filename": "/var/log/shop/error.log",
        },
        "access_file": {
            "class": "logging.handlers.RotatingFileHandler",
            "maxBytes": 2097152,
            "backupCount": 3,
            "formatter": "request",
            "filename": "/var/log/shop/access.log",
        },
    },
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "request": {"format": "%(message)s"},  # expect: no time
    },
}
