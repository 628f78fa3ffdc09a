import logging

from django.core.cache import caches
from django.db import models

logger = logging.getLogger(__name__)
environment_cache = caches["environments"]


class Environment(models.Model):
    api_key = models.CharField(max_length=100, unique=True)

    @classmethod
    def cached(cls, api_key):
        try:
            environment = environment_cache.get(api_key)
            if not environment:
                environment = cls.objects.get(api_key=api_key)
                environment_cache.set(api_key, environment)
            return environment
        except cls.DoesNotExist:
            logger.info("no environment with the key %s", api_key)  # expect: the API key reaches logger.info()
            return None
