import logging

logger = logging.getLogger(__name__)


class Login:
    def __init__(self, user, password):
        self.user = user
        self.password = password


def on_event(event):
    match event:
        case {"user": user, "password": value}:
            logger.info("%s with %s", user, value)  # expect: the password reaches logger.info()
        case Login(user=user, password=value):
            logger.info("%s with %s", user, value)  # expect: the password reaches logger.info()
        case ("login", user, {"password": str(value) | bytes(value)}):
            logger.info("%s with %s", user, value)  # expect: the password reaches logger.info()


def on_request(request):
    match request.headers:
        case {"Authorization": value}:
            logger.info("comes with %s", value)  # expect: the authorization header reaches logger.info()


def on_password(user, password):
    match password:
        case str(given):
            logger.info("%s", given)  # expect: the password reaches logger.info()
    match (user, password):
        case (name, given) if name:
            logger.info("%s", given)  # expect: the password reaches logger.info()
