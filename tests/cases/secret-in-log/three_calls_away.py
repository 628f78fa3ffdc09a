# file: backup/run.py
import logging
import subprocess

logger = logging.getLogger(__name__)


def announce(command):
    logger.debug("running %s", " ".join(command))  # expect: the password reaches logger.debug()


def execute(command):
    announce(command)
    subprocess.run(command, check=False)


# file: backup/mongo.py
from backup.run import execute


def build(database):
    return ("mongodump",) + (("--password", database["password"]) if "password" in database else ())


def dump(database):
    command = build(database)
    execute(command)
