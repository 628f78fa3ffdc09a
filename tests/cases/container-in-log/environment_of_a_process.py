import logging
import os
import subprocess

logger = logging.getLogger(__name__)


def start(command, env=None):
    logger.debug("running %s with %s", command, env)  # expect: the environment reaches logger.debug()
    return subprocess.Popen(command, env=env)


def parameters(tool):
    env = dict(tool.env) if tool.env else None
    if env:
        for name, value in list(env.items()):
            env[name] = os.path.expandvars(value)
    logger.debug("environment of %s: %s", tool.name, env)  # expect: the environment reaches logger.debug()
    return {"command": tool.command, "env": env}


class Launcher:
    def __init__(self, command, environment):
        self.command = command
        self.environment = environment

    def launch(self):
        logger.info("starting %s in %s", self.command, self.environment)  # expect: the environment reaches logger.info()
        return subprocess.Popen(self.command, env=self.environment)
