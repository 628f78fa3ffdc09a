LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"only_shop": {"name": "shop"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["only_shop"]}, "null": {"class": "logging.NullHandler"}},
    "loggers": {"noisy": {"handlers": ["null"], "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
