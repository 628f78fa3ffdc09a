import logging

log = logging.getLogger(__name__)

SSE_KEY = "x-amz-server-side-encryption-customer-key"


def keep(data, settings):
    wanted = data["k"]
    log.debug("wanted %s", wanted)  # expect: the password reaches log.debug()
    settings["password"] = wanted


def send(cipher, blob, post):
    plain = cipher.open(blob)
    log.debug("opened %s", plain)  # expect: the token reaches log.debug()
    post(json={"access_token": plain})
