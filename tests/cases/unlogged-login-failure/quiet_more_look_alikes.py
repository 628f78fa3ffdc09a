import getpass
import hashlib
import hmac

import click
from cachetools import TTLCache

cache = TTLCache(100, 60)
PERMISSIONS = {"beta": True}


def hash_password(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2, r=8, p=1)


def check_password(password, salt, kept):
    return hmac.compare_digest(hash_password(password, salt), kept)


def is_strong(password):
    if len(password) < 12 or password.isalpha():
        return False
    return True


def has_permission(name):
    return PERMISSIONS.get(name, False)


def with_login(function):
    function.login_required = True
    return function


@click.command()
def unlock():
    if not check_password(getpass.getpass(), b"salt", b"kept"):
        raise click.ClickException("wrong password")


def cached_token(client):
    if "token" not in cache:
        cache["token"] = client.fetch_token()
    return cache["token"]


class OAuthClient:
    def login(self, session):
        answer = session.post("/token", json={"grant_type": "password"})
        if answer.status_code == 401:
            return None
        return answer.json()


class CsrfProtection:
    def tokens_match(self, sent, kept):
        if not hmac.compare_digest(sent, kept):
            return False
        return True
