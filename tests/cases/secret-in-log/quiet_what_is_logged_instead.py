import logging
import subprocess

LOG = logging.getLogger(__name__)


def run(command, data=None, logstring=None):
    LOG.debug("running %s", logstring if logstring else command)
    return subprocess.run(command, input=data, check=True)


def execute(remote, command, log_cmd=None):
    out = remote.execute(command)
    if out:
        if not log_cmd:
            log_cmd = " ".join(command)
        LOG.error("%s printed %s", log_cmd, out)


def attach(token):
    run(["pro", "attach", token], logstring=["pro", "attach", "***"])


def pair(remote, host, password):
    execute(remote, ["chhost", "-secret", password, host], "chhost -secret *** %s" % host)
