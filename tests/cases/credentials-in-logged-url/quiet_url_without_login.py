# file: app/urls.py
from urllib.parse import urlsplit, urlunsplit


def without_login(url):
    """The URL without user name and password."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.hostname or "", parts.path, "", ""))
# file: app/db.py
import logging
import os

from app.urls import without_login

logger = logging.getLogger(__name__)


def connect():
    dsn = os.environ["DATABASE_URL"]
    logger.info("database: %s", without_login(dsn))
    return dsn
