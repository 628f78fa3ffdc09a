LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}, "errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"shop": {"handlers": ["console"], "level": "INFO"}, "shop.orders": {"handlers": ["errors"], "level": "DEBUG", "propagate": True}},
}
