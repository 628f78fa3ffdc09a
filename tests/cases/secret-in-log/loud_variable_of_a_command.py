"""A program is given its password in a variable of its environment."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def dump(name, value):
    command = f"PGPASSWORD='{value}' pg_dump {name}"
    logger.info("running %s", command)  # expect: the password reaches logger.info()
    subprocess.run(command, shell=True, check=True)


def other(name, value):
    command = f"LANG={value} TOKEN_FILE={name} pg_dump"
    logger.info("running %s", command)
    subprocess.run(command, shell=True, check=True)
