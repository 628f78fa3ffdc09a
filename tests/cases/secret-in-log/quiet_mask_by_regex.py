import logging
import re

logger = logging.getLogger(__name__)

_CREDENTIAL = re.compile(r"(password|token)=[^&\s]+")


def scrub(text):
    return _CREDENTIAL.sub(r"\1=***", text)


def run(command, password):
    line = f"{command} --user=app password={password}"
    logger.info("running %s", scrub(line))
