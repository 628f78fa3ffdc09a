import logging
import subprocess

logger = logging.getLogger(__name__)


def clone(repository, token, target):
    remote = "https://oauth2:{}@git.example/{}.git".format(token, repository)
    logger.info("cloning %s to %s", remote, target)  # expect: token|url
    subprocess.run(["git", "clone", remote, target], check=True)
