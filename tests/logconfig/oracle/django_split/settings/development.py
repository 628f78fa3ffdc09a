from .base import *  # noqa

DEBUG = True
LOGGING["root"] = {"level": "DEBUG", "handlers": ["console"]}
