import logging

logger = logging.getLogger(__name__)


class Entry(dict):
    def __repr__(self):
        return "<Entry {}>".format(self["title"])


class Plain(dict):
    pass


def found(title, password):
    entry = Entry()
    entry["title"] = title
    entry["password"] = password
    logger.debug("adding %s", entry)


def kept(title, password):
    entry = {"title": title}
    entry["password"] = password
    logger.debug("adding %s", entry)  # expect: password
