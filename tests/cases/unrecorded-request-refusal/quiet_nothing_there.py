"""What is not made yet refuses no address."""

import logging

import requests
from django.conf import settings

logger = logging.getLogger(__name__)


class Plugin:
    def _get_health_check_url(self, user=None):
        params = self.parameters.annotate_value_for_user(user).filter(name__icontains="url")
        for param in params:
            if param.value:
                return param.value
        return None

    def health_check(self, user=None):
        url = self._get_health_check_url(user)
        if url and url.startswith("http"):
            if settings.STAGE_CI:
                return True
            logger.info("healthcheck of %s", self)
            try:
                requests.head(url, timeout=10).raise_for_status()
            except requests.exceptions.ConnectionError as error:
                logger.info("healthcheck of %s failed: %s", self, error)
                return False
            else:
                return True
        raise NotImplementedError()
