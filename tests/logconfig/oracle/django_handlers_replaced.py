INSTALLED_APPS = ["django.contrib.contenttypes", "shop"]
DEBUG = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"default": {"format": "%(asctime)s [%(levelname)s] %(name)s:%(lineno)d %(message)s"}},
    "filters": {"require_debug_false": {"()": "django.utils.log.RequireDebugFalse"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "default"}},
    "loggers": {
        "": {"handlers": ["console"], "level": "INFO"},
        "django": {"handlers": [], "propagate": True},
        "django.request": {"handlers": [], "propagate": True},
    },
}

LOGGING["handlers"] = {"tracker": {"level": "ERROR", "class": "logging.StreamHandler"}}
LOGGING["loggers"][""] = {"handlers": ["tracker"], "level": "INFO"}
LOGGING["handlers"].update({
    "info_log": {"level": "INFO", "class": "logging.handlers.WatchedFileHandler", "filename": "logs/info.log", "formatter": "default"},
})
LOGGING["loggers"][""]["handlers"] = ["info_log", "tracker"]
