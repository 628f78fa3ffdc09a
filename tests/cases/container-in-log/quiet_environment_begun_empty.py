"""An environment that begins empty and gets the settings of one command."""

import logging
import subprocess

log = logging.getLogger(__name__)

PREFIX = "SHOP_CONFIG_"


def generate(schema, generators, **kwargs):
    args = ["generate", f"--schema={schema}", *(f"--generator={name}" for name in generators)]
    env: dict[str, str] = {}
    for key, value in kwargs.items():
        if value is None:
            continue
        env[PREFIX + key.upper()] = str(value)
    log.debug("generate with env: %s", env)
    subprocess.run(args, env=env, check=True)
