import logging

logger = logging.getLogger("checkin")


def check_in(booking, passport_number):
    logger.info("checked in", extra={"booking": booking.id, "passport_number": passport_number})  # expect: passport|identity
    return booking.check_in(passport_number)
