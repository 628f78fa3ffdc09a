import logging

logger = logging.getLogger(__name__)


def show(settings, conf, quotas, counter):
    logger.info("%s %s", settings.learner_can_edit_password, settings.user_has_token)
    logger.info("%s %s", conf.path_to_private_key, conf["path_to_api_token"])
    logger.warning("%s %s", quotas["encryption_keys"], quotas.get("api_keys"))
    token = int(counter.incr("token"))
    logger.info("token %s", token)
