import logging
import subprocess

logger = logging.getLogger(__name__)


def dump(database, password, target):
    command = ["mysqldump", f"--password={password}", database]
    logger.info("running %s", command)  # expect: password
    with open(target, "wb") as stream:
        subprocess.run(command, stdout=stream, check=True)
