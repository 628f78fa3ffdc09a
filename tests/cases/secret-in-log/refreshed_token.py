import logging

logger = logging.getLogger(__name__)


async def credentials_of(service, token):
    token = await service.refresh_token_if_needed(token)
    logger.warning("now with %s", token)  # expect: the token reaches logger.warning()
    return await service.login(token)
