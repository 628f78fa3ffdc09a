import logging
from importlib import import_module

from django.conf import settings

logger = logging.getLogger(__name__)


def load(path):
    module, _, name = path.rpartition(".")
    if not module:
        raise ImportError(f"{path} is no dotted path")
    return getattr(import_module(module), name)


def hashers():
    found = []
    for path in settings.PASSWORD_HASHERS:
        try:
            found.append(load(path))
        except ImportError as error:
            logger.error("cannot load: %s", error)
    return found
