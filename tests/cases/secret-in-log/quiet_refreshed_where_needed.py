import logging

logger = logging.getLogger(__name__)


async def credentials_of(service, integrations):
    for integration in integrations:
        integration = await service.refresh_token_if_needed(integration)
        try:
            yield await service.get(integration)
        except OSError:
            logger.warning("nothing of %s", integration)
