import logging.config
import os

from fastapi import FastAPI
from pythonjsonlogger import jsonlogger

FORMAT = os.environ.get("LOG_FORMAT", "json")


class ServiceJsonFormatter(jsonlogger.JsonFormatter):
    def add_fields(self, log_record, record, message_dict):
        super().add_fields(log_record, record, message_dict)
        log_record["service"] = "orders"


CONFIG = {
    "version": 1,
    "formatters": {
        "json": {"()": ServiceJsonFormatter, "fmt": "%(asctime)s %(levelname)s %(message)s"},
        "terminal": {"format": "%(asctime)s %(message)s"},
    },
    "handlers": {"default": {"class": "logging.StreamHandler", "formatter": "json" if FORMAT == "json" else "terminal"}},
    "root": {"handlers": ["default"], "level": "INFO"},
}


def set_up():
    logging.config.dictConfig(CONFIG)


logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/rules/{rule}")
def rule(rule: str):
    logger.info("rule %s", rule)
    return {}
