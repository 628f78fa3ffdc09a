"""The text names who it belongs to, or something else beside it."""

import logging

log = logging.getLogger(__name__)


def made(user, name, password, token):
    log.info("made the user named %s: %s", name, password)  # expect: the password reaches log.info()
    log.info("name=%s password=%s", name, password)  # expect: the password reaches log.info()
    log.info(f"password for the user named {name}: {password}")  # expect: the password reaches log.info()
    log.info("{} is called {}, with the token {}".format(user, name, token))  # expect: the token reaches log.info()
    log.info("password of the one called %s" % password)  # expect: the password reaches log.info()


def refused(api_key, token, password, secret):
    log.warning("API key %s does not exist", api_key)  # expect: the API key reaches log.warning()
    log.warning("access with the token %s, which was not found", token)  # expect: the token reaches log.warning()
    log.warning(f"password {password} is not set for anybody")  # expect: the password reaches log.warning()
    log.warning("the secret is %s", secret)  # expect: the secret reaches log.warning()
