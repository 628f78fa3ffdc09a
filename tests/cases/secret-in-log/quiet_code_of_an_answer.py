import logging

logger = logging.getLogger(__name__)


class OtpMailer:
    def deliver(self, address, client):
        code = client.send(address)
        logger.info("the server answered %s", code)
        return code


def send_otp(address, code, client):
    status = client.send(address, code)
    logger.info("the server answered %s", status)
