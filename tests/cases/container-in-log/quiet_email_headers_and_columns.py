import csv
import logging

logger = logging.getLogger(__name__)


def read(path):
    with open(path, newline="", encoding="utf-8") as stream:
        reader = csv.reader(stream)
        headers = next(reader)
        logger.info("columns: %s", headers)
        body = list(reader)
        logger.info("%d rows", len(body))


def tables(html):
    header = html.find("th")
    logger.debug("table header %s", header)
