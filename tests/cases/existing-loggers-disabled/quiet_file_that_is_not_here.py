# file: shop/wsgi.py
import logging
import logging.config

from shop.app import make_app

log = logging.getLogger(__name__)


def start(path):
    logging.config.fileConfig(path)  # the operator's file, which may speak of "shop"
    return make_app()
# file: shop/app.py
import logging

log = logging.getLogger(__name__)


def make_app():
    log.info("started")
# file: shop/__init__.py
