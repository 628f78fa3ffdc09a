import logging

logger = logging.getLogger(__name__)


class Login:
    def __init__(self, user, password):
        self.user = user
        self.password = password


def on_event(event):
    match event:
        case {"user": user, "password": _}:
            logger.info("login of %s", user)
        case Login(user=value):
            logger.info("login of %s", value)
        case ("login", user, {"password": None as value}):
            logger.info("%s has %s", user, value)


def on_login(user, password):
    match (user, password):
        case (name, "" | None):
            logger.info("%s gives nothing", name)
        case (name, _) if len(password) < 8:
            logger.info("%s is short", name)
    match {"user": user, "password": password}:
        case {"user": name}:
            logger.info("%s", name)
