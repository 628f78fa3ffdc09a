# file: service/main.py
import logging
import os

from flask import Flask

app = Flask(__name__)


def set_up():
    logging.basicConfig(level=logging.INFO)
    if os.environ.get("SQL_TRACE"):
        logging.getLogger("service").setLevel(logging.DEBUG)
        logging.getLogger("service").addHandler(logging.StreamHandler())
