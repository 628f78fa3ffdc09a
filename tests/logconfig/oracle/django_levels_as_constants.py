import logging

INSTALLED_APPS = ["shop"]
LEVEL = logging.INFO
LOGGING = dict(
    version=1,
    disable_existing_loggers=False,
    handlers=dict(console={"class": "logging.StreamHandler", "level": logging.DEBUG}),
    loggers={"shop": dict(level=LEVEL, handlers=["console"]), "django.request": dict(level=getattr(logging, "CRITICAL"))},
)
