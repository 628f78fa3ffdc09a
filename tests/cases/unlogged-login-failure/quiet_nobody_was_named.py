import logging

from shop.plugins import plugins

log = logging.getLogger(__name__)


def authenticate(username, password, environ=None):
    for plugin in plugins():
        user = plugin.authenticate(username, password, environ)
        if user is not None:
            return user
        if username:
            log.warning("user %s failed to authenticate", username)
    return None
