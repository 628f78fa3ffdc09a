import logging

log = logging.getLogger(__name__)


def popped(options):
    user, password = options["user"], options.pop("password")
    log.info("options %s", options)
    connect(user, password)


def copied(params):
    shown = {**params, "password": "***"}
    log.info("params %s", shown)


def copied_set(params):
    shown = dict(params)
    shown["token"] = "***"
    log.info("params %s", shown)


def built(user, password):
    body = {"user": user, "password": password}
    log.info("posting %d fields for %s", len(body), body["user"])
    return post(body)


def loop(config):
    for name, value in config.items():
        if "password" in name or "secret" in name:
            value = "***"
        log.info("%s = %s", name, value)


def allow(config):
    log.info("config %s", {k: config[k] for k in ("host", "port")})


def replaced(kwargs):
    password = kwargs.pop("password", None)
    token = kwargs.pop("token", None)
    log.debug("called with %s", kwargs)
    return password, token


def local_update(password):
    data = {"password": password, "name": "x"}
    data.update(password="***")
    log.info("data %s", data)


def removed(password):
    data = {"pw": password, "name": "x"}
    del data["pw"]
    log.info("data %s", data)


def first(password):
    pair = ("admin", password)
    log.info("user %s", pair[0])
    user, _ = pair
    log.info("user %s", user)


def counts(credentials):
    log.info("%d credentials loaded", len(credentials))
    for index, _ in enumerate(credentials):
        log.info("credential %d ok", index)
