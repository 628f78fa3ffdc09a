import logging

logger = logging.getLogger(__name__)


class Poller:
    def poll(self, client):
        answer = client.get("/status")
        if not answer.ok:
            self._complain(answer)
        if answer.late:
            self._warn(answer)

    def _complain(self, answer):
        logger.exception("status %s", answer.status)  # expect: no error is handled

    def _warn(self, answer):
        logger.warning("late by %s", answer.late, exc_info=True)  # expect: no error is handled
