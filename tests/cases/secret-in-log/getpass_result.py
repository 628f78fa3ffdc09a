import getpass
import logging

logging.basicConfig(level=logging.DEBUG)


def ask():
    answer = getpass.getpass("Passphrase: ")
    logging.debug("got %s", answer)  # expect: pass|getpass
    return answer
