# file: shop/logs.py
import logging
import os

from flask import Flask

FOLDER = os.environ.get("LOG_FOLDER", "/var/log/shop")
app = Flask(__name__)


def get_logger(name):
    logger = logging.getLogger(name)
    handler = logging.FileHandler(os.path.join(FOLDER, f"{name}.log"))  # expect: nothing rotates the file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger
