"""Whose credentials a file holds, and how many, may be told."""

import json
import logging

logger = logging.getLogger(__name__)


def from_json(path):
    with open(path) as file:
        creds = json.load(file)
    logger.info("loaded %d of %s", len(creds), path)
    logger.info("for %s", creds["user"])
    return creds["user"], creds["secret_key"]
