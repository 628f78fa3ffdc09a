import logging
import subprocess

logger = logging.getLogger(__name__)


def dump(database, password):
    command = f"mysqldump --password={password} {database}"
    logger.info("running: %s", command.replace(password, "***"))
    return subprocess.run(command.split(), check=True)
