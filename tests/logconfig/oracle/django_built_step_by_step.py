import copy
import os

INSTALLED_APPS = ["shop"]
_HANDLER = {"class": "logging.StreamHandler", "level": "INFO"}
LOGGING = {"version": 1, "disable_existing_loggers": False, "handlers": {}, "loggers": {}}
LOGGING["handlers"]["console"] = dict(_HANDLER, formatter="line")
LOGGING["handlers"].update(errors={**_HANDLER, "level": "ERROR"})
LOGGING["formatters"] = {"line": {"format": "{levelname} {name} {message}", "style": "{"}}
for app in ("shop", "accounts"):
    LOGGING["loggers"][app] = {"handlers": ["console"], "level": os.environ.get("SHOP_LEVEL", "DEBUG")}
for app in ["payments"]:
    LOGGING["loggers"].setdefault(app, copy.deepcopy(LOGGING["loggers"]["shop"]))["handlers"].append("errors")
