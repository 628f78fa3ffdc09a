"""One that is filled with the process's is the process's."""

import logging
import os
import subprocess

log = logging.getLogger(__name__)


def generate(args, options):
    env = {}
    env.update(os.environ)
    for key, value in options.items():
        env["SHOP_CONFIG_" + key.upper()] = str(value)
    log.debug("generate with env: %s", env)  # expect: environment
    subprocess.run(args, env=env, check=True)
