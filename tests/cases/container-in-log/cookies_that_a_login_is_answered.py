import logging

import requests
from flask import Flask

logger = logging.getLogger(__name__)


def login(username, password):
    response = requests.post("https://shop.example/login", data={"username": username, "password": password}, timeout=5)
    logger.debug("cookies: %s", response.cookies)  # expect: the response's cookies reach logger.debug()
    logger.debug("status: %s", response.status_code)
    return response.cookies


def prices():
    response = requests.get("https://shop.example/prices", timeout=5)
    logger.debug("cookies: %s", response.cookies)
    return response.json()


def create_app():
    app = Flask(__name__)
    app.config.from_object("shop.settings")
    logger.info("set up with %s", app.config)  # expect: the application's settings reach logger.info()
    logger.info("set up with %s", sorted(app.config.keys()))
    logger.info("set up for %s", app.config["ENV"])
    return app
