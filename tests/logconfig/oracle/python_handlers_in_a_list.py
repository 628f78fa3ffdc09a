import logging
import os
import sys
from logging.handlers import RotatingFileHandler

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(level=logging.INFO):
    handlers = [logging.StreamHandler(sys.stdout)]
    os.makedirs("logs", exist_ok=True)
    handlers.append(RotatingFileHandler("logs/clinic.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"))
    for handler in handlers:
        handler.setLevel(level)
        handler.setFormatter(logging.Formatter(LINE))

    own = logging.getLogger("clinic")
    own.setLevel(logging.DEBUG)
    own.propagate = False
    for handler in handlers:
        own.addHandler(handler)

    root = logging.getLogger()
    root.setLevel(level)
    for handler in handlers:
        root.addHandler(handler)

    for noisy in ("httpx", "clinic.polling"):
        logging.getLogger(noisy).setLevel(logging.ERROR)


set_up()
