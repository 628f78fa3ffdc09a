import logging
import sys

logger = logging.getLogger(__name__)


class Alerts:
    def __init__(self, connection):
        self.connection = connection

    def insert(self, severity, text):
        self.connection.execute("insert into alerts(severity, text) values (?, ?)", (severity, text))
        self.connection.commit()
        try:
            sys.stderr.write(f"[{severity}] {text}\n")
        except Exception:
            pass
        self.publish(severity)

    def publish(self, severity):
        self.connection.publish("alerts", severity)


def note(run):
    try:
        logger.info("run %s", run.number)
    except Exception:
        pass
