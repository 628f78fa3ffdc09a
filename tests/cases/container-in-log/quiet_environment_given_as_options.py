"""Only the names of the variables are shown, or a few that are chosen."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def start(image, environment):
    command = ["docker", "run"]
    shown = list(command)
    for key, value in environment.items():
        command += ["-e", f"{key}={value}"]
        shown += ["-e", key]
    logger.info("starts %s", [*shown, image])
    return subprocess.run([*command, image], check=True)


def start_in(image, environment):
    command = ["docker", "run", "-e", f"LANG={environment['LANG']}", "-e", f"TZ={environment['TZ']}", image]
    logger.info("starts %s", command)
    return subprocess.run(command, check=True)
