import logging

import library

logger = logging.getLogger(__name__)


def builder(name, **builder_options):
    logger.info("building %s with %s", name, builder_options)  # expect: builder_options
    return library.login(name, token=builder_options["hub_token"])


def parsed(name, **builder_options):
    name, _, version = name.partition(":")
    return name, dict(version=version, **builder_options), builder_options["hub_token"]


def build(name, **builder_options):
    plain, options, token = parsed(name, **builder_options)
    logger.info("building %s with %s", plain, options)  # expect: builder_options
    return library.login(plain, token)
