"""What is called a DSN is a device's serial number, also where the text says DSN once more."""

import logging

logger = logging.getLogger(__name__)


async def refresh(vacuum):
    dsn = vacuum.serial_number
    logger.debug("refreshing device DSN %s", dsn)
    await vacuum.refresh()
