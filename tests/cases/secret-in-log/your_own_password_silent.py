from rich.console import Console

console = Console()


class Wallets:
    def __init__(self, store):
        self.store = store

    def create(self, name, make_password):
        password = make_password()
        self.store.add(name, password=password)
        console.print(f"Your master password: {password}")
        print("Your password:", password)
        return name
