import logging

logger = logging.getLogger(__name__)


def set_up_ssh(pw_auth, name):
    if pw_auth is None or pw_auth.lower() == "unchanged":
        logger.debug("%s is left as it is: ssh_pwauth=%s", name, pw_auth)
    else:
        logger.warning("ssh_pwauth=%s is not known", pw_auth)
