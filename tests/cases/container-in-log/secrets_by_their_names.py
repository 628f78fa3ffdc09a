import logging
import subprocess

logger = logging.getLogger(__name__)


class Repository:
    def run(self, command, check: bool = True, secrets: dict[str, str] | None = None):
        logger.debug(f"running {command=} with {secrets=} {check=}")  # expect: its text shows the secrets
        return subprocess.run(command, check=check, env=secrets)

    def count(self, secrets: dict[str, str]):
        logger.debug("secrets: %s", list(secrets))
        logger.debug("secrets: %s", len(secrets))
        logger.debug("secrets: %s", sorted(secrets.keys()))
        logger.debug("secrets: %s", ", ".join(secrets))
        logger.debug("the first: %s", next(iter(secrets)))

    def names(self, secrets: list[str]):
        logger.debug("secrets: %s", secrets)
