from litestar.exceptions import PermissionDeniedException
from passlib.context import CryptContext

hashes = CryptContext(schemes=["argon2"])


class UserService:
    async def authenticate(self, name, password):
        found = await self.get_one_or_none(email=name)
        if found is None:
            raise PermissionDeniedException(detail="User not found or password invalid")
        if not hashes.verify(password, found.hashed_password):
            raise PermissionDeniedException(detail="User not found or password invalid")  # expect: failed login
        return found

    async def get_one_or_none(self, email):
        return await self.repository.first(email=email)


class AccessController:
    async def login(self, request, users_service: UserService, data):
        return await users_service.authenticate(data.name, data.password)
