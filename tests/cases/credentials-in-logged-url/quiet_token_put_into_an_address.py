import logging
import subprocess

log = logging.getLogger(__name__)


def clone(url, token, place):
    remote = url.replace("https://", f"https://x-access-token:{token}@")
    log.info("cloning %s", url)
    subprocess.run(["git", "clone", remote, place], check=True)


def shown(address, token, place):
    remote = address.replace("https://", f"https://{place}.")
    log.info("cloning %s", remote.replace(token, "***"))
