# file: plugin/app/settings.py
INSTALLED_APPS = ["plugin", "dynaconf_merge"]
LOGGING = {
    "loggers": {"plugin.tasks": {"level": "INFO", "handlers": ["import"], "propagate": False}},
    "handlers": {"import": {"level": "DEBUG", "class": "plugin.logs.ImportHandler", "formatter": "simple"}},
    "dynaconf_merge": True,
}
