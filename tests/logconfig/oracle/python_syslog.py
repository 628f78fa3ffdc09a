LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"syslog": {"format": "shop[%(process)d]: %(levelname)s %(message)s"}},
    "handlers": {"syslog": {"class": "logging.handlers.SysLogHandler", "address": ["localhost", 514], "formatter": "syslog"}},
    "loggers": {"shop": {"handlers": ["syslog"], "level": "NOTICE" and "INFO"}},
}
