import logging

LOG = logging.getLogger(__name__)


def names_of(users):
    return [user["name"] for user in users]


def databases_of(databases):
    for database in databases:
        yield database["name"], database.get("collate")


class UserController:
    def list(self, body):
        LOG.info("body : '%s'", body)
        return names_of(body["users"]), list(databases_of(body["databases"]))
