import logging
import subprocess

logger = logging.getLogger(__name__)


def program(cmd):
    if isinstance(cmd, list):
        return cmd[0].strip()
    return str(cmd).split()[0].strip()


def dump(password):
    cmd = ["mysqldump", "-p" + password, "shop"]
    if subprocess.run(cmd, check=False).returncode:
        logger.error("failed: %s", program(cmd))


def restore(password):
    command = "mysql -p" + password
    if subprocess.run(command, shell=True, check=False).returncode:
        logger.error("failed: %s", program(command))


def first_alike(left, right) -> None:
    log.info("first alike: %s", (left == right)[0])
