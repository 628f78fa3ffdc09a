# file: pkg/__init__.py
# file: pkg/vault.py
import os


def read_password():
    return os.environ["DB_PASSWORD"]


def build_dsn(host):
    return f"postgresql://app:{read_password()}@{host}/app"


def auth_headers(token):
    return {"Authorization": "Bearer " + token}


class Vault:
    def __init__(self, password):
        self._password = password

    @property
    def current(self):
        return self._password

    def fetch(self, name):
        return self._client.read(name)["data"]["password"]
# file: pkg/helpers.py
import functools
import logging

log = logging.getLogger(__name__)


def note(what, value):
    log.info("%s: %s", what, value)  # expect: password


def note_all(**fields):
    log.info("fields %s", fields)  # expect: password


def wrap(text):
    return f"<{text}>"


def traced(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        log.debug("%s(%s, %s)", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return inner
# file: pkg/app.py
import logging

from pkg.helpers import note, note_all, traced, wrap
from pkg.vault import Vault, auth_headers, build_dsn, read_password

log = logging.getLogger(__name__)


def a():
    log.info("pw %s", read_password())  # expect: password
    value = read_password()
    log.info("pw %s", value)  # expect: password
    log.info("pw %s", wrap(value))  # expect: password


def b():
    dsn = build_dsn("db")
    log.info("connecting to %s", dsn)


def c(token):
    log.debug("headers %s", auth_headers(token))  # expect: token


def d(password):
    vault = Vault(password)
    log.debug("current %s", vault.current)  # expect: password


def e(vault: Vault):
    log.info("fetched %s", vault.fetch("db"))  # expect: password


def f(password):
    note("pw", password)
    note("pw", value=password)
    note_all(user="x", password=password)


@traced
def login(user, password):
    return user


def g(secrets):
    for name, secret in secrets.items():
        log.info("%s is %s", name, secret)  # expect: secret


def h(rows):
    passwords = [row.password for row in rows]
    log.info("all %s", passwords)  # expect: password
    log.info("first %s", passwords[0])  # expect: password


async def i(client):
    token = await client.get_token()
    log.info("got %s", token)  # expect: token


def j(password):
    def inner():
        log.info("pw %s", password)  # expect: password
    inner()


def k(user):
    if (pw := user.password):
        log.info("pw %s", pw)  # expect: password


def l(password, flag):
    text = "x"
    if flag:
        text = password
    log.info("%s", text)  # expect: password


def m(password):
    parts = []
    parts.append("user")
    parts.append(password)
    log.info(" ".join(parts))  # expect: password


def n(password):
    message = "login with "
    message += password
    log.info(message)  # expect: password


def o(user, password):
    cmd = ["mysql", "-u", user, f"-p{password}"]
    log.info("running %s", cmd)  # expect: password
    log.info("running %s", " ".join(cmd))  # expect: password


def p(user, password):
    url = f"https://{user}:{password}@example.com/api"
    log.info("calling %s", url)


def q(api_key):
    url = "https://example.com/api?api_key=" + api_key
    log.info("calling %s", url)


def r(api_key):
    params = {"q": "x", "api_key": api_key}
    log.info("params %s", params)


def s(cursor, user, password):
    sql = f"ALTER USER {user} PASSWORD '{password}'"
    log.debug("sql %s", sql)  # expect: password
    cursor.execute(sql)


def t(config):
    host, password = config.host, config.password
    log.debug("%s %s", host, password)  # expect: password


def u():
    import getpass
    answer = getpass.getpass("Password: ")
    log.debug("typed %s", answer)  # expect: password


def v(database_url, redis_url, broker_url, DATABASE_URL):
    log.info("db %s", database_url)
    log.info("broker %s", broker_url)


def w():
    import os
    log.info("key %s", os.environ["API_KEY"])  # expect: API key
    log.info("key %s", os.getenv("SECRET_KEY"))  # expect: secret key
    log.info("key %s", os.environ.get("AUTH_TOKEN", ""))  # expect: token
    log.info("url %s", os.environ["DATABASE_URL"])
