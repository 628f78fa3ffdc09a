"""A loop over a mapping that passes over what is harmless shows the secrets; so does one that shows a secret among a few."""

import logging

log = logging.getLogger(__name__)

IGNORED = frozenset({"colour", "size"})


def by_a_list(options):
    for name, value in options.items():
        if name in ("colour", "size"):
            continue
        log.info("option %s = %s", name, value)  # expect: shows the API key
    return options["api_key"]


def by_a_constant(options):
    for name, value in options.items():
        if name not in IGNORED:
            log.info("option %s = %s", name, value)  # expect: shows the API key
    return options["api_key"]


def by_what_is_in_the_name(options):
    for name, value in options.items():
        if "colour" in name:
            continue
        log.info("option %s = %s", name, value)  # expect: shows the API key
    return options["api_key"]


def a_few(options):
    for name, value in options.items():
        if name in ("host", "api_key"):
            log.info("option %s = %s", name, value)  # expect: shows the API key
    return options["api_key"]


def the_other_headers(request):
    for name, value in request.headers.items():
        if name.lower() in ("host", "accept"):
            continue
        log.info("header %s: %r", name, value)  # expect: headers


def no_loop(options):
    if "key" not in options:
        log.info("all options: %s", options)  # expect: shows the password
    return options["password"]


def another_secret(options):
    for name, value in options.items():
        if name in ("colour", "token"):
            continue
        log.info("option %s = %s", name, value)  # expect: shows the API key
    return options["api_key"]
