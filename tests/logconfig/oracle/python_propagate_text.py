LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"shop": {"propagate": "no", "handlers": ["console"]}, "bank": {"propagate": 0, "handlers": ["console"]}},
    "root": {"handlers": ["console"]},
}
