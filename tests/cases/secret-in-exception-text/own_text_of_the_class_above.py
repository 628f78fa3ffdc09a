import logging

log = logging.getLogger(__name__)


class ServiceError(Exception):
    def __init__(self, status, message, headers=None):
        self.status = status
        self.message = message
        self.headers = headers
        super().__init__(self.message)


class OrderError(ServiceError):
    def __init__(self, status, message, headers=None):
        self.status = status
        self.message = message
        self.headers = headers
        super().__init__(status=status, message=self.message, headers=self.headers)


class LoudError(ServiceError):
    def __init__(self, status, headers=None):
        self.headers = headers
        super().__init__(status, f"Sent {self.headers}")


def order(client, token):
    headers = {"Authorization": f"Bearer {token}"}
    try:
        client.order(headers)
    except OSError as error:
        raise OrderError(status=500, message=str(error), headers=headers) from error


def cancel(client, token):
    headers = {"Authorization": f"Bearer {token}"}
    try:
        client.cancel(headers)
    except OSError as error:
        raise LoudError(500, headers) from error  # expect: stand in the text of LoudError


def run(client, token):
    try:
        order(client, token)
        cancel(client, token)
    except ServiceError as error:
        log.exception("Failed: %s", error)
