import logging

import requests

logger = logging.getLogger(__name__)


def tell(config, text):
    slack_webhook_url = config["slack_webhook_url"]
    logger.info("telling %s...", slack_webhook_url[:50])
    requests.post(slack_webhook_url, json={"text": text}, timeout=5)
