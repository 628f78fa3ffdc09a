from cork.hashing import hashing


class Cellar:
    def login(self, name, password):
        return hashing.verify_password(password, self.store.users[name]["hash"])

    def create_user(self, name, role, password):
        if name in self.store.users:
            raise ValueError("that name is taken")
        self.store.users[name] = {"role": role, "hash": hashing.hash(password)}
        self.store.save_users()  # expect: created or deleted user

    def list_users(self):
        return sorted(self.store.users)
