import logging

import requests

logger = logging.getLogger(__name__)


def subscribe(url, address):
    data = {"data_type": "json", "address": address, "form_id": "supporters"}
    logger.debug("Sending POST request to %s:\n%s", url, data)
    return requests.post(url, data=data, timeout=60)


def send_frame(connection, frame_type, data):
    logger.debug("frame %s: %s", frame_type, data)
    connection.send(frame_type, data)
