import logging
import subprocess

logger = logging.getLogger(__name__)


def upload(path, bucket, secret_key):
    command = ["put", path, bucket, f"--secret_key={secret_key}"]
    logger.debug(f"about to execute {' '.join(command)}")  # expect: the secret key
    return subprocess.run(command, check=True)
