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


async def with_another(first, second, order):
    try:
        return await first.price(order)
    except Exception as error:
        logger.warning("no price: %s", error)
        try:
            return await second.price(order)
        except Exception as another:
            logger.error("no other price either: %s", another)  # expect: traceback
    return None
