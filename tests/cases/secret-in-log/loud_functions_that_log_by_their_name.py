from vendor.host import Plugin, log_warning, write_log
from vendor.tools import log


class Mailbox(Plugin):
    def connect(self, host, password):
        self.debug_print("connecting to", host, password)  # expect: the password reaches self.debug_print()
        self._log("connected to %s with %s" % (host, password))  # expect: the password reaches self._log()
        self.log_message(f"{host} took {password}")  # expect: the password reaches self.log_message()


def reconnect(host, api_key, password):
    log_warning("no answer from {} for {}".format(host, api_key))  # expect: the API key reaches log_warning()
    write_log(f"{host}: {password}")  # expect: the password reaches write_log()
    log(f"{host} asked for {password}")  # expect: the password reaches log()
