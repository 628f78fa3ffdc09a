import logging
import os

logger = logging.getLogger(__name__)
SHOWN = ("PG", "MYSQL")


def log_command(command, environment=None):
    names = tuple(f"{name}=***" for name in (environment or {}) if name.startswith(SHOWN))
    logger.debug(" ".join(names + tuple(command)))


def dump(command, database):
    log_command(command, environment=dict(os.environ, MYSQL_PWD=database["password"]))


def restore(command, database):
    log_command(command, {"PGPASSWORD": database["password"], "PGHOST": database["host"]})
