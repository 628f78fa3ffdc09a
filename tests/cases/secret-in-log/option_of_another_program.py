"""What another program takes as its password is one, whatever the value is called here."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def dump(database: str, given: str) -> None:
    command = ["mysqldump", "--single-transaction", "--password", given, database]
    logger.info("running %s", command)  # expect: the password reaches logger.info()
    subprocess.run(command, check=True)


def restore(database: str, given: str) -> None:
    command = f"mysql --user=root --password={given} {database}"
    logger.info("running %s", command)  # expect: the password reaches logger.info()
    subprocess.run(command, shell=True, check=True)


def clone(address: str, given: str) -> None:
    command = "helm registry login {} --username bot --password {}".format(address, given)
    logger.debug("running %s", command)  # expect: the password reaches logger.debug()
    subprocess.run(command, shell=True, check=True)


def probe(address: str, given: str) -> None:
    command = "probe %s --api-key %s" % (address, given)
    logger.debug("running %s", command)  # expect: the API key reaches logger.debug()
    subprocess.run(command, shell=True, check=True)


def upload(folder: str, given: str) -> None:
    command = ["twine", "upload", folder]
    command.append("--password")
    command.append(given)
    logger.info("running %s", " ".join(command))  # expect: the password reaches logger.info()
    subprocess.run(command, check=True)
