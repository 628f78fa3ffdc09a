import json
import logging

logger = logging.getLogger(__name__)


def settle(orders, bank):
    try:
        return bank.settle_all(orders)
    except Exception as error:
        logger.error("the orders were not settled: %s", error)  # expect: traceback
        return 0


def restore(file, shop):
    try:
        with open(file, encoding="utf-8") as stream:
            shop.apply(json.load(stream))
    except Exception as error:
        logger.error("cannot restore %s: %s", file, error)  # expect: traceback
