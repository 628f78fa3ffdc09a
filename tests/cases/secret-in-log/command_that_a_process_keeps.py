"""A process keeps the command line that it was started with."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def dump(password, database):
    result = subprocess.run(["mysqldump", f"-p{password}", database], capture_output=True)
    if result.returncode:
        logger.error("failed: %s", result.args)  # expect: password
        logger.error("failed: %s", result.returncode)
    return result.stdout


def list_them(database):
    result = subprocess.run(["mysqlshow", database], capture_output=True)
    logger.debug("ran %s", result.args)
    return result.stdout
