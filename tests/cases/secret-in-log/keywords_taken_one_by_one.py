import logging
import threading

log = logging.getLogger(__name__)


def address(base, **fields):
    return base + "/".join(f"{name}/{value}" for name, value in fields.items())


def call(base, **fields):
    log.debug("calling %s", address(base, **fields))  # expect: password


def names(base, **fields):
    return base + "/".join(name for name, value in fields.items() if value)


def call_quietly(base, **fields):
    log.debug("calling %s", names(base, **fields))


def create(base, user, chosen):
    call(base, user=user, password=chosen)
    call_quietly(base, user=user, password=chosen)


def worker(user, chosen):
    log.info("worker of %s with %s", user, chosen)  # expect: password


def start(user, password):
    threading.Thread(target=worker, kwargs={"user": user, "chosen": password}).start()


def quiet_worker(user, chosen):
    log.info("worker of %s", user)


def start_quietly(user, password):
    threading.Thread(target=quiet_worker, kwargs={"user": user, "chosen": password}).start()


def show(user, chosen):
    log.info("%s has %s", user, chosen)  # expect: password


def show_user(user, chosen):
    log.info("%s signs in", user)


def spread(user, password):
    known = {"user": user, "chosen": password}
    show(**known)
    show_user(**known)
