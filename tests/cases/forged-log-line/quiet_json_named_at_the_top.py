import logging.config

from fastapi import FastAPI

CONFIG = {
    "version": 1,
    "formatters": {"json": {"()": "pythonjsonlogger.jsonlogger.JsonFormatter", "fmt": "%(asctime)s %(message)s"}},
    "handlers": {"default": {"class": "logging.StreamHandler", "formatter": "json"}},
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
