"""What follows a secret's name and is its form, its place among others, what it opens or how it was had, leaves it a secret."""

import logging

logger = logging.getLogger(__name__)


def signed_in(user):
    access_token_b64 = user.token().encode()
    logger.info("signed in with %s", access_token_b64)  # expect: token


def changed(user, password_new):
    logger.info("%s chose %s", user, password_new)  # expect: password


def opened(settings):
    API_KEY_OPENAI = settings["openai"]
    logger.debug("asking with %s", API_KEY_OPENAI)  # expect: API key


async def had(session):
    api_key = await session.get_api_key_async()
    logger.debug("had %s", api_key)  # expect: API key


def handed(client, auth_token_for_upload):
    logger.info("uploading with %s", auth_token_for_upload)  # expect: token
