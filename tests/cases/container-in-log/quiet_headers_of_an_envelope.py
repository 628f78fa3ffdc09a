import json
import logging

logger = logging.getLogger(__name__)


class EnvelopePrinter:
    def capture_envelope(self, envelope):
        headers = envelope.headers
        logger.info("headers: %s", json.dumps(headers, indent=2))
