"""Several calls may have failed, and the text of the error does not say which."""

import json
import logging

logger = logging.getLogger(__name__)


def amounts(answer):
    try:
        found = json.loads(answer.text)
        return [round(float(row["net"]) + float(row["tax"]), 2) for row in found["rows"].values()]
    except Exception as error:
        logger.error("no amounts: %s", error)  # expect: traceback
        return []


def booked(answer, ledger):
    try:
        ledger.book(json.loads(answer.text))
    except Exception as error:
        logger.error("not booked: %s", error)  # expect: traceback
