import logging

audit = logging.getLogger("audit")


def sent(user_id, otp, channel):
    audit.info(  # expect: otp|one-time
        "one-time code sent",
        extra={"user_id": user_id, "channel": channel, "otp": otp},
    )
