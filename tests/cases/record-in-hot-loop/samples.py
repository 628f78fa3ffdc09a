import logging

logger = logging.getLogger(__name__)


class Meter:
    def update(self, samples):
        for sample in samples:
            watts = sample.joules / sample.seconds
            logger.info("%f joules in %f seconds", sample.joules, sample.seconds)  # expect: each pass of a loop
            self.last = watts
