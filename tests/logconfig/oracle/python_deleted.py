LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}, "mail": {"class": "logging.NullHandler"}},
    "loggers": {"x": {"handlers": ["console", "mail"]}, "y": {"handlers": ["console"]}},
}
LOGGING["loggers"]["x"]["handlers"].remove("mail")
del LOGGING["loggers"]["y"]
