from logging import INFO, Logger, StreamHandler


class Desk:
    log = Logger("desk", INFO)  # expect: stands in no tree


def begin(name):
    log = Logger(name)  # expect: stands in no tree
    log.addHandler(StreamHandler())
    return log
