import logging

logger = logging.getLogger(__name__)


def explain(user_id):
    logger.info("password must have twelve characters")
    logger.info("token=%s is ignored", "<placeholder>")
    logger.warning("set API_KEY or pass --api-key")
    logger.error("user %d: wrong password, %s", user_id, "see the token's page")
