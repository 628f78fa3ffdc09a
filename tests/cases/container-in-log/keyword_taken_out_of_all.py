import logging

log = logging.getLogger(__name__)
SPECS = {"host": "stock.example.org", "password": "fB2hnQ9tkL"}


class Runner:
    def __init__(self, shop, **kwargs):
        specs = {}
        if "specs" in kwargs:
            specs.update(kwargs.pop("specs"))
        if kwargs:
            log.debug("Made with %s", kwargs)
        self.specs = specs


class Delivery(Runner):
    def __init__(self, shop, **kwargs):
        super().__init__(shop, specs=SPECS, **kwargs)


class LoudRunner:
    def __init__(self, shop, **kwargs):
        log.debug("Made with %s", kwargs)  # expect: the text of `SPECS` shows the password
        self.specs = kwargs.pop("specs", None)


class LoudDelivery(LoudRunner):
    def __init__(self, shop, **kwargs):
        super().__init__(shop, specs=SPECS, **kwargs)
