import logging
import sys

logger = logging.getLogger(__name__)


class Poller:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind:
            logger.error("the poll ended", exc_info=True)

    def poll(self, client):
        try:
            return client.get("/status")
        except OSError:
            self._complain(client)
        finally:
            self._tidy(client)

    def _complain(self, client):
        logger.exception("no status of %s", client)

    def _tidy(self, client):
        if sys.exc_info()[0]:
            logger.exception("tidying %s", client)

    def _on_failure(self, client):
        logger.exception("failed: %s", client)

    def run(self, client):
        done = False
        try:
            client.run()
            done = True
        finally:
            if not done:
                logger.exception("the run was not done")

    def stop(self, client, error):
        self._stopped(client, error)

    def _stopped(self, client, error):
        logger.error("stopped: %s", client, exc_info=error)
