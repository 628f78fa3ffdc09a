import logging

logger = logging.getLogger(__name__)


class Processors:
    """Figures of all processors, for the account of each user."""

    def value(self, names, row, name):
        if name not in names:
            logger.debug("no %s in %s (%s)", name, row, names)
            return 0.0
        return float(row[names.index(name)])

    def check(self, legend, row, user):
        headers = [column for column in legend[0].split() if column not in ("AM", "PM")]
        return self.value(headers, row, "%usr")
