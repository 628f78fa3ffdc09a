import logging
import warnings

log = logging.getLogger(__name__)


def adapt(label=None, secret=None, issuer=None, **extra):
    if extra:
        log.warning("unexpected parameters: %r", extra)
    return {"label": label, "secret": secret}


def adapt_all(label=None, **extra):
    log.warning("unexpected parameters: %r", extra)  # expect: its text shows the secret
    return extra


def parse(label, pairs, secret):
    params = dict(label=label, secret=secret)
    for key, value in pairs:
        params[key] = value
    return adapt(**params)


def parse_all(label, pairs, secret):
    params = dict(label=label, secret=secret)
    return adapt_all(**params)
