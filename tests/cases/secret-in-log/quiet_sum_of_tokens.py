"""What a session of a language model used: a sum of counts."""

import logging

logger = logging.getLogger(__name__)


class SessionSpan:
    def __init__(self, trace_id):
        self.trace_id = trace_id
        self.total_input_tokens = 0
        self.total_output_tokens = 0
        self.cost = 0.0

    def end(self, buffer):
        session_tokens = self.total_input_tokens + self.total_output_tokens
        buffer.close(self.trace_id, tokens=session_tokens)
        logger.debug(f"session ended: id={self.trace_id}, total_tokens={session_tokens}, cost={self.cost}")


class Accounts:
    def __init__(self, issued, renewed):
        self.issued = issued
        self.renewed = renewed

    def end(self):
        session_tokens = self.issued + self.renewed
        logger.debug("closing %s", len(session_tokens))
