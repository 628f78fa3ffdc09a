"""What a function takes by a parameter of its own is not among its other keywords; without keywords a call gives none."""

import logging

import library

logger = logging.getLogger(__name__)


class Builder:
    def __init__(self, *, name, hub_token=None, **options):
        self.name = name
        self.options = options
        self.login(hub_token)
        logger.info("building %s with %s", self.name, self.options)

    def login(self, hub_token):
        if hub_token is not None:
            library.login(token=hub_token)


def builder(name, **builder_options):
    return Builder(name=name, **builder_options)


def parsed(name, **builder_options):
    name, _, version = name.partition(":")
    return name, dict(version=version, **builder_options)


def load(name):
    plain, options = parsed(name)
    if options:
        raise ValueError(f"{name} with options {options}")
    return plain


def build(name, **builder_options):
    plain, options = parsed(name, **builder_options)
    return builder(plain, **options)
