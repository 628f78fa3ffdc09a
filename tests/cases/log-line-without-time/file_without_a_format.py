# file: shop/app.py
import logging

from flask import Flask

app = Flask(__name__)
logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)
logger.addHandler(logging.FileHandler("/var/log/shop/shop.log", mode="a"))  # expect: it is the message alone


@app.get("/orders")
def orders():
    logger.info("orders are shown")
    return ""
