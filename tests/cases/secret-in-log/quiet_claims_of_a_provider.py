import logging

logger = logging.getLogger(__name__)


class Backend:
    def answered(self, context):
        info = self.client.finalize(context.request)
        userinfo = info.get("userinfo")
        id_token = info.get("id_token")
        if not id_token and not userinfo:
            logger.error("nothing to do")
            return None
        all_user_claims = dict(list(userinfo.items()) + list(id_token.items()))
        message = "claims: {}".format(all_user_claims)
        logger.debug(message)
        return all_user_claims
