import uuid

from fastapi import Depends, FastAPI, HTTPException, Request

from packages.database import User, get_db

app = FastAPI()


class Rules:
    def __init__(self, session, db):
        self.session = session
        self.db = db

    def assert_user(self):
        user_id = self.session.get("user_id")
        if not user_id or not self.db.query(User).filter(User.id == uuid.UUID(user_id).bytes).count():
            raise HTTPException(status_code=401, detail="Not logged in")
        return user_id


def get_rules(request: Request, db=Depends(get_db)):
    return Rules(request.session, db)


@app.get("/me")
def me(rules: Rules = Depends(get_rules)):
    return {"user": rules.assert_user()}
