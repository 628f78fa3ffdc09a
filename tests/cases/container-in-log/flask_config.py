import logging

from flask import Flask

logger = logging.getLogger(__name__)


def create_app():
    app = Flask(__name__)
    app.config.from_prefixed_env()
    logger.debug("configuration: %s", app.config)  # expect: config|settings
    return app
