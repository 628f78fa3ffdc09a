"""Who goes over the keys of settings and looks each of them up writes the password as well."""

import logging

logger = logging.getLogger(__name__)


def show(settings, store):
    for name in sorted(settings.keys()):
        logger.debug("%s = %s", name, settings[name])  # expect: its text shows the password
    return store.connect(settings["password"])
