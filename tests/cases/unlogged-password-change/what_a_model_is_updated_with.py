from sqlmodel import Session, SQLModel, Field

from security import get_password_hash


class User(SQLModel, table=True):
    id: int = Field(primary_key=True)
    email: str
    hashed_password: str


class Item(SQLModel, table=True):
    id: int = Field(primary_key=True)
    title: str


def update_user(*, session: Session, db_user: User, user_in):
    user_data = user_in.model_dump(exclude_unset=True)
    extra_data = {}
    if "password" in user_data:
        password = user_data["password"]
        hashed_password = get_password_hash(password)
        extra_data["hashed_password"] = hashed_password  # expect: password
    db_user.sqlmodel_update(user_data, update=extra_data)
    session.add(db_user)
    session.commit()
    session.refresh(db_user)
    return db_user


def update_item(*, session: Session, item: Item, item_in):
    data = item_in.model_dump(exclude_unset=True)
    item.sqlmodel_update(data)
    session.add(item)
    session.commit()
    return item
