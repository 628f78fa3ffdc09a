# file: tool/telemetry.py
import logging


def install(handler_class):
    handler = logging.StreamHandler()
    logging.getLogger().addHandler(handler)
    logging.getLogger("tool").addHandler(handler)
