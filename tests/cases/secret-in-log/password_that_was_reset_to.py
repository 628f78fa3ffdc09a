import logging
import secrets

log = logging.getLogger(__name__)


def reset(user):
    fresh = secrets.token_urlsafe(12)
    user.set_password(fresh)
    log.info("password of %s reset to %s", user.name, fresh)  # expect: password
    log.info("the password was changed to: '%s'", fresh)  # expect: password
    log.info(f"new password is now {fresh}")  # expect: password
    log.info("password of %s reset by %s", user.name, user.changed_by)
    log.info("language of %s set to %s", user.name, fresh)
