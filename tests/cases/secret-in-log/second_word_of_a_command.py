import logging
import subprocess

logger = logging.getLogger(__name__)


def option(cmd):
    return cmd[1].strip()


def dump(password):
    cmd = ["mysqldump", "-p" + password, "shop"]
    if subprocess.run(cmd, check=False).returncode:
        logger.error("failed: %s", option(cmd))  # expect: the password reaches logger.error()
