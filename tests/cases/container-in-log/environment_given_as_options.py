"""Each variable of an environment becomes an option of the command that starts a container: the command holds all of them."""

import logging
import subprocess

logger = logging.getLogger(__name__)


class Local:
    def __init__(self, image, environment):
        self._image = image
        self._environment = environment

    def start(self, name):
        command = ["docker", "run", "--name", name]
        for key, value in self._environment.items():
            command.extend(["-e", f"{key}={value}"])
        command.append(self._image)
        logger.info("starts %s", " ".join(command))  # expect: the environment reaches logger.info()
        return subprocess.run(command, check=True)


def start(image, environment):
    command = ["podman", "run"]
    for key, value in environment.items():
        command += ["--env", f"{key}={value}"]
    logger.info("starts %s", [*command, image])  # expect: the environment reaches logger.info()
    return subprocess.run([*command, image], check=True)
