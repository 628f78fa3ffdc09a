from shop.tables import hasher, users


class UserManager:
    async def authenticate(self, name, password):
        user = await users.get(name)
        right, renewed = hasher.verify_and_update(password, user.hashed_password)
        if not right:
            return None
        if renewed is not None:
            user.hashed_password = renewed
            await users.update(user)
        return user
