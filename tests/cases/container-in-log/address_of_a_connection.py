import logging

from airflow.hooks.base import BaseHook

log = logging.getLogger(__name__)


def load(conn_id):
    conn = BaseHook.get_connection(conn_id)
    log.info("loading from %s", conn.get_uri())  # expect: the connection's address with its password reaches
    log.info("loading from %s", conn.host)
