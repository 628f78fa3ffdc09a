INSTALLED_APPS = ["shop"]
ADMINS = ()
LOG_HANDLERS = ["console"]
if ADMINS:
    LOG_HANDLERS.append("mail")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler", "level": 0},
        "mail": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR", "include_html": True},
    },
    "loggers": {"django": {"handlers": LOG_HANDLERS, "level": "NOTSET"}, "shop": {"handlers": LOG_HANDLERS + ["mail"], "level": "DEBUG"}},
}
