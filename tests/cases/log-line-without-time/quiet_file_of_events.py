# file: shop/app.py
import json
import logging
import time

from flask import Flask

app = Flask(__name__)
logger = logging.getLogger("shop.events")
logger.setLevel(logging.INFO)
logger.addHandler(logging.FileHandler("/var/log/shop/shop.log", mode="a"))


@app.get("/orders")
def orders():
    logger.info(json.dumps({"time": time.time(), "event": "orders"}))
    return ""
