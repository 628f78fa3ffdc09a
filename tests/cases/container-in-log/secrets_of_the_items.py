import logging

LOG = logging.getLogger(__name__)


def populate_users(users):
    found = []
    for user in users:
        model = {"name": user["name"]}
        if user.get("password"):
            model["password"] = user["password"]
        found.append(model)
    return found


class UserController:
    def create(self, req, body, tenant_id, instance_id):
        LOG.info("body : '%s'", body)  # expect: `body` reaches LOG.info(): its text shows the password
        users = body["users"]
        return populate_users(users)

    def grant(self, req, body, store):
        LOG.info("body : '%s'", body)
        return store(body["databases"])
