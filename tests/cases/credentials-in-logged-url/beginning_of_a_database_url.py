import logging

import requests

logger = logging.getLogger(__name__)


def connect(settings):
    database_url = settings["database_url"]
    logger.info("connecting to %s...", database_url[:50])  # expect: most of the database URL


def tell(config, text):
    slack_webhook_url = config["slack_webhook_url"]
    logger.info("telling %s", slack_webhook_url[:-4])  # expect: most of the webhook URL
    requests.post(slack_webhook_url, json={"text": text}, timeout=5)
