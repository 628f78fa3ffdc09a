import logging

logger = logging.getLogger(__name__)


class Drivers:
    """Each of its methods hands on to the method of that name that a driver has."""

    def __init__(self, known):
        self.known = known

    async def get_needed_fields(self, kind, **settings):
        try:
            driver = self.known[kind]
            return await driver.get_needed_fields(**settings)
        except Exception as error:
            logger.error("no fields of %s: %s", kind, error, exc_info=True)
            raise RuntimeError(f"no fields of {kind}") from error
