import logging


class ProcessorFormatter(logging.Formatter):
    remove_processors_meta = staticmethod(lambda *parts: parts[-1])

    def __init__(self, processors, foreign_pre_chain):
        super().__init__()


def add_log_level(*parts):
    return parts[-1]
