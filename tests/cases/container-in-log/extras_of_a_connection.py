import logging

from airflow.hooks.base import BaseHook

log = logging.getLogger(__name__)


class Warehouse(BaseHook):
    def get_conn(self):
        conn = self.get_connection(self.conn_id)
        log.info("connecting to %s as %s", conn.host, conn.login)
        log.info("connection %s", conn.__dict__)  # expect: connection's extra settings
        extra = conn.extra_dejson
        self.log.debug("extras: %s", extra)  # expect: connection's extra settings
        self.log.debug("role %s", extra.get("role"))
        return open_connection(conn.host, conn.login, conn.password, **extra)
