from twisted.logger import Logger


class Gateway:
    log = Logger()

    def dial(self, number, pin):
        self.log.info("dialling with {pin}", pin=pin)  # expect: pin
        self.log.debug("dialling {length} digits", length=len(number))
