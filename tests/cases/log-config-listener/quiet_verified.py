from logging.config import listen

from .signatures import verified


def begin(port):
    thread = listen(port, verify=verified)
    thread.start()
