import logging

import libvirt

logger = logging.getLogger(__name__)


def check(config):
    dsn = config.get("dsn")
    try:
        return libvirt.open(dsn)
    except libvirt.libvirtError:
        logger.error("no connection to %s", dsn)
        return None
