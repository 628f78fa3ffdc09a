"""A service whose callers are not at hand is judged by itself."""

from shop.errors import NotFound
from shop.models import User
from shop.security import hash_password


class UserService:
    def __init__(self, session):
        self.session = session

    async def delete_user(self, number):
        user = await self.session.get(User, number)
        if user is None:
            raise NotFound(number)
        await self.session.delete(user)  # expect: a created or deleted user leaves no security record
        await self.session.commit()

    async def register(self, name, password):
        user = User(name=name, password_hash=hash_password(password))
        self.session.add(user)  # expect: a created or deleted user leaves no security record
        await self.session.commit()
        return user

    async def find_user(self, name):
        return await self.session.find(User, name)


def deactivate_user(db, user):
    user.is_active = False  # expect: an account that is switched on or off leaves no security record
    db.commit()
