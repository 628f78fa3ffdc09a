import logging

logger = logging.getLogger(__name__)


def emit(level, device, community_secret):
    getattr(logger, level)("polling %s with %s", device.name, community_secret)  # expect: secret
    getattr(logger, level.lower())("polled %s", device.name)
