"""What stands in a connection string is another thing than the string."""

import logging

log = logging.getLogger(__name__)


def connect(queue, parse, storage_conn_str, table):
    host, entity_in_conn_str = parse(storage_conn_str)
    if entity_in_conn_str != queue:
        log.warning("%s is not %s", entity_in_conn_str, queue)
    log.debug("connecting to %s by %s", host, storage_conn_str)  # expect: the database URL reaches log.debug()
    return table.connect(storage_conn_str)
