import logging
import subprocess

log = logging.getLogger(__name__)


def clone(url, token, place):
    remote = url.replace("https://", f"https://x-access-token:{token}@")
    log.info("cloning %s", remote)  # expect: the URL with its token reaches log.info()
    subprocess.run(["git", "clone", remote, place], check=True)


def connect(template, password):
    dsn = template.replace("<PASSWORD>", password)
    log.debug("connecting with a template")
    return open_database(dsn)
