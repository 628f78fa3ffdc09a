"""The representation of SQLAlchemy's addresses hides the password."""

import logging

LOG = logging.getLogger(__name__)


def _vet(database_url):
    if "+" not in database_url.drivername and not database_url.drivername.startswith("sqlite"):
        LOG.warning("%r names no driver, and the default one is used", database_url)
