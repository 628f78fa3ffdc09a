from sqlalchemy.orm import Session

from desk.events import Event
from desk.models import User


class Team:
    def __init__(self, engine, store):
        self.engine = engine
        self.store = store

    def log(self, by, action, subject):
        self.store.log([Event(by=by, action=action, subject=subject)])

    def add_user(self, email, role, by):
        with Session(self.engine) as session:
            user = User(email=email, role=role, active=True)
            session.add(user)
            session.commit()
        self.log(by, "invited", email)
        return user
