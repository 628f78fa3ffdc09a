import logging

import jwt

logger = logging.getLogger(__name__)


async def of_cookie(signed_token, key):
    decoded = jwt.decode(signed_token, key, algorithms=["HS256"])
    access_token = decoded["access_token"]
    logger.debug("signed in", extra={"access_token": access_token})  # expect: the token reaches logger.debug()
    logger.debug("signed in as %s until %s", decoded["sub"], decoded["exp"])
    logger.debug("signed in with %s", decoded)
