from logging.config import dictConfig


class Logs:
    level = "INFO"
    handlers = {"console": {"class": "logging.StreamHandler", "formatter": "text"}}

    def __init__(self, name):
        self.name = name

    @property
    def unused(self):
        return None

    def config(self):
        return {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"text": {"format": f"{self.name} %(message)s"}},
            "handlers": self.handlers,
            "root": {"handlers": ["console"], "level": self.level},
        }


def setup():
    dictConfig(Logs("shop").config())
