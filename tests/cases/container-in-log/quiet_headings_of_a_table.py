import logging

logger = logging.getLogger(__name__)


class Converter:
    def convert(self, headers: list[str], row: list[str], name: str):
        if name not in headers:
            logger.error("no %s among %s", name, headers)
            return ""
        return row[headers.index(name)]
