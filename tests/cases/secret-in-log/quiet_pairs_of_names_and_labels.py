import logging
from gettext import gettext as _

log = logging.getLogger(__name__)


def kinds(enabled):
    choices = [("password", _("Password")), ("token", str), ("api_key", True)]
    log.debug("choices are %s", choices)
    log.debug("%s is %s", "password", enabled)
    return choices
