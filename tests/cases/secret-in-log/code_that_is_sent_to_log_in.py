import logging

logger = logging.getLogger(__name__)


class Mailer:
    def send_otp(self, address: str, code: str, purpose: str = "login"):
        message = f"""
        Your code to {purpose} is
            {code}
        """
        print(message)  # expect: the one-time code reaches print()
        logger.info("sent %s to a customer", code)  # expect: the one-time code reaches logger.info()


def verify_mfa(user, code):
    logger.debug("user %s tries %s", user.pk, code)  # expect: the one-time code reaches logger.debug()
    return user.device.verify(code)
