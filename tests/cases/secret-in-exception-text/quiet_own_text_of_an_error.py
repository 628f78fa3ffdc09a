import logging

logger = logging.getLogger(__name__)


class AnswerError(Exception):
    def __init__(self, response, password):
        self.status = response["status"]
        self.reason = response["reason"]
        self.password = password

    def __str__(self):
        return f"{self.status}: {self.described()}"

    def described(self):
        return self.reason.lower()


def send(connection, password):
    answer = connection.login(password)
    response = {"status": answer.status, "reason": answer.reason, "headers": connection.request_headers()}
    error = AnswerError(response, password)
    logger.warning("again, because of %s", error)
    raise AnswerError(response, password)
