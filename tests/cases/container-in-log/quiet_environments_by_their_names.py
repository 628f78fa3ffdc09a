import logging
import subprocess

logger = logging.getLogger(__name__)


def deploy(client, env):
    logger.info("deploying to %s", env)
    return client.deploy(env=env)


def restart(environment, service):
    logger.info("restarting %s of %s", service, environment)
    return {"env": environment, "service": service}


def build(command):
    env = {"LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}
    logger.debug("building with %s", env)
    return subprocess.run(command, env=env, check=True)
