from logging.config import dictConfig, listen


def begin(settings):
    dictConfig(settings)
    thread = listen(9030)  # expect: whoever can connect
    thread.start()


def serve():
    thread = listen(9030)  # expect: runs code
    thread.start()
