import structlog
from django.conf import settings

log = structlog.get_logger()


def check_cache():
    log.info("cache_checked", location=settings.REDIS_URL)  # expect: url
