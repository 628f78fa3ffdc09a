# file: shop/logs.py
import logging
from logging.handlers import WatchedFileHandler

from flask import Flask

app = Flask(__name__)

for name in ("shop.orders", "shop.stock", "shop.prices", "shop.mail"):
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)  # expect: and 1 more are at DEBUG
    logger.addHandler(WatchedFileHandler("/var/log/shop/app.log"))
