"""A value that is handed on as a name or as a file is one, whatever it is called; so is what a function of names gives."""

import logging

from google.oauth2 import service_account

logger = logging.getLogger(__name__)


class Embeddings:
    def __init__(self, service_account_key=None):
        self.service_account_key = service_account_key

    def start(self):
        if self.service_account_key:
            credentials = service_account.Credentials.from_service_account_file(self.service_account_key, scopes=["cloud"])
            logger.info(f"embeddings with the service account key: {self.service_account_key}")
            return credentials
        return None


class Member:
    def __init__(self, index):
        self.index = index

    def env_name(self, suffix):
        infix = "" if self.index == 0 else f"{self.index}_"
        return f"RERANKER_{infix}{suffix}"


def check(member, api_key):
    if not api_key:
        logger.error("%s is required", member.env_name("COHERE_API_KEY"))


class Secrets:
    def create(self, args):
        self.client.create(secret_name=args.secret, description=args.text)
        logger.info(f"created the secret {args.secret}")

    def remove(self, args):
        self.client.delete(secret_name=args.secret)
        logger.info(f"removed the secret {args.secret}")


class Operations:
    get_token = "get_token"
    sign_out = "sign_out"


APP_OAUTH_OPERATIONS = Operations()


def trace(span, operation):
    span.set_attribute("oauth.operation", operation)


def token_of(user, span):
    trace(span, APP_OAUTH_OPERATIONS.get_token)
    return user.token


def ignored(session, token, account):
    if ignored_credentials := session.get_ignored_credentials(token, account):
        logger.debug("set without a key, and ignored: %s", ignored_credentials)
