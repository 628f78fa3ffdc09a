from flask import Flask

from mission.models import Permission, Role, db

app = Flask(__name__)


class MissionStore:
    def __init__(self, session):
        self.session = session

    def create_default_permissions(self):
        for kind in ("MISSION_READ", "MISSION_WRITE"):
            self.session.add(Permission(permission_type=kind))
        self.session.commit()

    def create_default_roles(self):
        role = Role(role_type="MISSION_OWNER")
        role.permissions.append(Permission.query.filter_by(permission_type="MISSION_WRITE").one())
        self.session.add(role)
        self.session.commit()


@app.before_request
def register():
    store = MissionStore(db.session)
    store.create_default_permissions()
    store.create_default_roles()
