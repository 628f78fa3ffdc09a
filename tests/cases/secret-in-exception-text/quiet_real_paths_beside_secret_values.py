import logging
import os

logger = logging.getLogger(__name__)


def place(folder, secrets_by_path):
    for path, secret_value in secrets_by_path:
        target = os.path.join(folder, path)
        if os.path.exists(target):
            raise FileExistsError(f"{path} is there already")
        with open(target, "w") as file:
            file.write(secret_value)


def run(folder, secrets_by_path):
    try:
        place(folder, secrets_by_path)
    except FileExistsError as error:
        logger.error("stopped: %s", error)
