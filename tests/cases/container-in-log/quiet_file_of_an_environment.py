import logging

from dotenv import DotEnv

logger = logging.getLogger(__name__)


def run(app: str, env: str | None = None) -> dict[str, str | None]:
    if env is None:
        return {}
    variables = DotEnv(dotenv_path=env).dict()
    logger.debug("%s: %d variables from %s", app, len(variables), env)
    return variables
