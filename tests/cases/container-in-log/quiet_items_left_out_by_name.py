"""A loop over a mapping that passes over what is called a secret shows the rest; so does one that shows a few by name."""

import logging

log = logging.getLogger(__name__)

SENSITIVE_KEYS = frozenset({"api_key", "password"})


def by_a_list(options):
    for name, value in options.items():
        if name in ("api_key", "password"):
            continue
        log.info("option %s = %s", name, value)
    return options["api_key"]


def by_a_constant(options):
    for name, value in sorted(options.items()):
        if name not in SENSITIVE_KEYS:
            log.info("option %s = %s", name, value)
    return options["api_key"]


def by_what_is_in_the_name(options):
    for name, value in options.items():
        if "key" in name or "pass" in name:
            log.info("option %s is set", name)
        else:
            log.info("option %s = %s", name, value)
    return options["api_key"]


def keys_alone(options):
    for name in options:
        if name.lower() in SENSITIVE_KEYS:
            continue
        log.info("option %s = %s", name, options[name])
    return options["api_key"]


def a_few(request):
    for name, value in request.headers.items():
        if name.lower() in ("host", "accept"):
            log.info("header %s: %r", name, value)
