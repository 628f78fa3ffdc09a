import logging.config

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {},
    "handlers": {},
    "root": {"handlers": [], "level": "INFO"},
    "loggers": {},
}
LOGGING["formatters"]["long"] = {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
LOGGING["formatters"]["brief"] = {"format": "%(levelname)s %(message)s"}


def add_stream(name, loggers, formatter, stream):
    LOGGING["handlers"][name] = {"class": "logging.StreamHandler", "formatter": formatter, "stream": f"ext://sys.{stream}"}
    for one in loggers:
        if one == "root":
            LOGGING["root"]["handlers"].append(name)
        else:
            found = LOGGING["loggers"].get(one)
            if found is None:
                found = LOGGING["loggers"][one] = {}
            handlers = found.get("handlers")
            if handlers is None:
                handlers = found["handlers"] = []
            handlers.append(name)


add_stream("everything", ["root"], "long", "stderr")
add_stream("requests", ["requests_seen", "requests_refused"], "brief", "stdout")
LOGGING["loggers"]["requests_refused"]["propagate"] = False
logging.config.dictConfig(LOGGING)
