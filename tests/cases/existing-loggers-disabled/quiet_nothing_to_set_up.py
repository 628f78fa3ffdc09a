# file: shop/logs.py
import logging
import logging.config

from flask import Flask

app = Flask(__name__)
log = logging.getLogger(__name__)


def set_up(settings):
    logging.config.dictConfig(settings.get("LOGGING") or {"version": 1})


set_up(app.config)
