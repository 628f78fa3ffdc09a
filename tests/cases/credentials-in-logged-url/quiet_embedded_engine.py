"""An engine within the program is told a folder."""

import logging

from chdb import session

logger = logging.getLogger(__name__)


class ChdbBackend:
    def open_database(self, connection_string):
        logger.info("opening %s", connection_string)
        return session.Session(connection_string)
