import logging
import os

import cx_Oracle
import libsql
from pydantic import BaseModel, Field

logger = logging.getLogger(__name__)


class Store:
    def __init__(self, url=None, auth_token=None, path="local.db"):
        self._url = url or os.getenv("SHOP_DATABASE_URL")
        self._auth_token = auth_token or os.getenv("SHOP_AUTH_TOKEN")
        self._connection = libsql.connect(path, sync_url=self._url, auth_token=self._auth_token)
        logger.info(f"connected: {self._url}")


class Cluster(BaseModel):
    username: str = Field(description="who logs in")
    bucket: str
    connection_string: str = Field(default="couchbase://localhost")


class Uploader:
    cluster: Cluster

    def run(self, rows):
        logger.info(f"writing {len(rows)} rows to {self.cluster.bucket} at {self.cluster.connection_string}")


def traced(cursor: cx_Oracle.Cursor, query):
    service = cursor.connection.dsn or "unknown"
    logger.debug("query %s of %s", query, service)
