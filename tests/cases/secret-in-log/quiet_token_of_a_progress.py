import logging

logger = logging.getLogger(__name__)


class Server:
    def __init__(self, session, user):
        self.session = session
        self.user = user

    def on_work_done_progress(self, params):
        token = str(params.get("token", ""))
        logger.debug("progress begins: token=%s", token)
        self.session.expect(token)
