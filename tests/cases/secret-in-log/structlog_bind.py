import structlog

logger = structlog.get_logger(__name__)


class Session:
    def __init__(self, user_id, jwt):
        self.log = logger.bind(user=user_id, jwt=jwt)  # expect: jwt
        self.user_id = user_id

    def close(self):
        self.log.info("session_closed")
