import logging
import os
import subprocess
from os.path import join as pjoin

log = logging.getLogger(__name__)


def instances(url: str) -> bytes:
    env_dict = dict(os.environ)
    cookie_jar = pjoin(env_dict["NOTEBOOK_DATA_DIR"], env_dict["NOTEBOOK_COOKIE_JAR"])
    cmd = ["curl", "-b", cookie_jar, url]
    log.warning("running %s", cmd)
    return subprocess.check_output(cmd)
