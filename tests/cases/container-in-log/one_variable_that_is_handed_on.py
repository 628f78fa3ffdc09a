"""One variable of several is handed on, and told where it cannot be used."""

import logging

logger = logging.getLogger(__name__)


def substituted(known, text):
    for _ in range(100):
        changed = known.replace(text)
        if changed == text:
            break
        text = changed
    else:
        logger.warning("reached the end while resolving %s", text)
    return text


def run(plugins, known):
    plugin_env_vars = plugins.environment_variables if plugins else {}
    return {key: substituted(known, value) for key, value in plugin_env_vars.items()}


def start(plugins, known):
    made = {}
    for key, value in plugins.environment_variables.items():
        made[key] = substituted(known, value)
    logger.info("starting with %s", plugins.environment_variables)  # expect: the environment reaches logger.info()
    return made
