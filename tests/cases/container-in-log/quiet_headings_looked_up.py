"""What is called headers are the headings of a table, looked up one by one."""

import logging

log = logging.getLogger(__name__)


def map_fields(fields, names):
    headers = [names[field] for field in fields]
    log.debug("headers = %r" % (headers,))
    return headers


def columns(table):
    headers = [column.title for column in table.columns]
    log.debug("headers = %r" % (headers,))
    return headers
