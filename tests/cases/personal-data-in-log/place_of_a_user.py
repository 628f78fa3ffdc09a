import logging
import traceback

logger = logging.getLogger(__name__)


def notify_drivers(drivers, user_location, radius_km):
    near = [driver for driver in drivers if driver.distance_to(user_location) < radius_km]
    logger.info("asking %d drivers near %s", len(near), user_location)  # expect: precise location
    return near
