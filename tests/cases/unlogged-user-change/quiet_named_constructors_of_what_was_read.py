import logging
from datetime import datetime

logger = logging.getLogger(__name__)


class Role:
    def __init__(self, name, bucket):
        self.name = name
        self.bucket = bucket

    @classmethod
    def create_role(cls, raw):
        return cls(raw.get("role"), raw.get("bucket_name"))


class User:
    def __init__(self, name, roles):
        self.name = name
        self.roles = roles

    @classmethod
    def create_user(cls, raw, roles=None):
        kept = roles or set(map(lambda one: Role.create_role(one), raw.get("roles")))
        return cls(raw.get("id"), roles=kept)


class UserAndMetadata:
    def __init__(self, domain, user, changed):
        self.domain = domain
        self.user = user
        self.changed = changed

    @classmethod
    def create_user_and_metadata(cls, raw):
        changed = None
        for form in ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ"):
            try:
                changed = datetime.strptime(raw.get("password_changed"), form)
            except ValueError as error:
                logger.debug("not of the form %s: %s", form, error)
        roles = set(Role.create_role(one) for one in raw.get("effective_roles"))
        return cls(domain=raw.get("domain"), user=User.create_user(raw, roles=roles), changed=changed)


class Management:
    def __init__(self, adapter):
        self._adapter = adapter

    def get_all_users(self, request):
        answer = self._adapter.execute_mgmt_request(request)
        users = []
        for raw in answer.raw_result["users"]:
            user = UserAndMetadata.create_user_and_metadata(raw)
            users.append(user)
        return users

    def get_user(self, request):
        answer = self._adapter.execute_mgmt_request(request)
        return UserAndMetadata.create_user_and_metadata(answer.raw_result["user_and_metadata"])
