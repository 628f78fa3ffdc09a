import logging

from shop import errors, settings

log = logging.getLogger(__name__)


def answer(code):
    if code == errors.INVALID_INVITATION_TOKEN:
        log.info("Refused: %s", errors.INVALID_INVITATION_TOKEN)
    log.info("Refused: %s", errors.MISSING_API_KEY)
    log.info("Invited by %s", settings.INVITATION_TOKEN)  # expect: the token reaches log.info()
