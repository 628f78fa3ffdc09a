import logging

logger = logging.getLogger(__name__)


def who(config, decoded_id_token, user_info=None):
    if not user_info:
        user_info = decoded_id_token
    claim = config.get("VERIFIED_EMAIL_CLAIM_NAME")
    verified = user_info.get(claim) if claim else user_info.get("email_verified")
    logger.debug("%s of %s is %s", claim, decoded_id_token["sub"], verified)
    logger.debug("claims: %s", decoded_id_token)
    return verified
