import logging

logger = logging.getLogger(__name__)


def export(orders):
    for order in orders:
        logger.info("exporting %s", order.id)  # expect: each pass of a loop
        order.export()
