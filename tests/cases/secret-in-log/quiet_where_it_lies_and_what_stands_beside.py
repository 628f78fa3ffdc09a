import base64
import logging
import os

log = logging.getLogger(__name__)


class Store:
    def __init__(self):
        self.TOKEN_PATH = os.environ.get("STORE_OAUTH_TOKEN", os.path.expanduser("~/.token.json"))

    def save(self, error):
        log.error("could not save the token to %s: %s", self.TOKEN_PATH, error)


def extract(headers):
    auth_token = headers.get("Authorization").partition(" ")[2]
    query = base64.b64decode(auth_token).decode()
    if ":" in query:
        name, secret = query.split(":", 1)
        return name, secret
    return query, None


def authenticate(request):
    client_id, client_secret = extract(request.headers)
    log.debug("authenticate %s by its secret: %s", client_id, bool(client_secret))


class Telegram:
    def url(self, privacy=False):
        return f"tgram://{self.pprint(self.bot_token, privacy)}/"

    def pprint(self, content, privacy):
        return content[0] + "..." + content[-1] if privacy else content

    def attach(self):
        log.debug("posting to %s", self.url(privacy=True))
