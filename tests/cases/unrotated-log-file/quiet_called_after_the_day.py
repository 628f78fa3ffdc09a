# file: shop/logs.py
import logging
import os
from datetime import date

from flask import Flask

app = Flask(__name__)


def get_logger(name, folder):
    logger = logging.getLogger(name)
    handler = logging.FileHandler(os.path.join(folder, f"{name}-{date.today().isoformat()}.log"))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger
