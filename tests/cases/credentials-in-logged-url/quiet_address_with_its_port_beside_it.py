"""What has its port beside it is a host, whatever it is called."""

from logging import getLogger

import pika


def manager(url: str, builders, queue_prefix: str, port: int = 5672):
    logger = getLogger("Manager")
    url = url.split("//")[-1]
    logger.info(f"Binding to rabbitmq at {url}:{port}")
    return pika.BlockingConnection(pika.ConnectionParameters(url, port))
