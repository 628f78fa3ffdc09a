# file: web/settings.py
INSTALLED_APPS = ["web"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"require_debug_true": {"()": "django.utils.log.RequireDebugTrue"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "debug": {"class": "logging.FileHandler", "filename": "debug.txt", "filters": ["require_debug_true"]},
    },
    "loggers": {"django": {"handlers": ["console", "debug"], "level": "INFO"}},
}
