"""A function that is called after the secret which it leaves out of a text, and does so by a pattern."""

import logging
import re

import requests

logger = logging.getLogger(__name__)

PATTERN = re.compile(r"api_key=[^&\s]+")


def deduct_api_key_from_string(value):
    return PATTERN.sub("api_key=(left out)", value)


def segment(endpoint, payload, api_key):
    try:
        response = requests.post(f"{endpoint}?api_key={api_key}", json=payload, timeout=60)
        response.raise_for_status()
        return response.json()
    except Exception as error:
        logger.error("request failed: %s", deduct_api_key_from_string(str(error)))
        raise
