import logging

logger = logging.getLogger(__name__)

PUBLIC = ("name", "plan", "country")


class Tenant:
    def __init__(self, name, plan, country, api_key):
        self.name, self.plan, self.country, self.api_key = name, plan, country, api_key

    def log_change(self):
        logger.info("tenant is now %s", {field: getattr(self, field) for field in PUBLIC})
        logger.info("tenant is now %s", {key: value for key, value in vars(self).items() if key in PUBLIC})
