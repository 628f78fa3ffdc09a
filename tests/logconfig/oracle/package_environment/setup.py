import os

from shop.config import settings


def setup():
    import logging.config

    logging.config.dictConfig(settings[os.environ.get("SHOP_ENV", "production")].LOGGING)
