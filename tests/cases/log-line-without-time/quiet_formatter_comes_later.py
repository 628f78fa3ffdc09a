# file: shop/events.py
import json
import logging
import time

logger = logging.getLogger("shop.events")


def attach(path, formatter_for):
    handler = logging.FileHandler(path)
    install(handler, formatter_for)
    logger.addHandler(handler)


def install(handler, formatter_for):
    handler.formatter = formatter_for(handler)


def attach_json():
    handler = logging.FileHandler("events.log")
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)


def event(name):
    logger.info(json.dumps({"time": time.time(), "event": name}))
