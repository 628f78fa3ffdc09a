import logging

logger = logging.getLogger(__name__)


class Runner:
    def __init__(self, triggers):
        self.triggers = triggers

    def subscribe(self, trigger):
        shared_key = trigger.shared_stream_key()
        if shared_key is None:
            return None
        logger.info("joining the stream %s", shared_key)
        return self.triggers.setdefault(shared_key, [])
