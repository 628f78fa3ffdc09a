"""What other programs write, and what git writes of an address without a token."""

import subprocess


class CheckoutError(Exception):
    pass


def fetch(repository: str) -> None:
    ran = subprocess.run(["git", "clone", f"https://git.bakery.example/{repository}.git"], capture_output=True, text=True)
    if ran.returncode != 0:
        raise CheckoutError(f"cannot fetch {repository}: {ran.stderr}")


def bake(password: str) -> None:
    ran = subprocess.run(["oven", "--heat", "220"], input=password, capture_output=True, text=True)
    if ran.returncode != 0:
        raise CheckoutError(ran.stderr)


def push(access_token: str) -> None:
    remote = f"https://{access_token}@git.bakery.example/menu.git"
    ran = subprocess.run(["git", "push", remote], capture_output=True, text=True)
    if ran.returncode != 0:
        raise CheckoutError(f"git ended with {ran.returncode}: {ran.stderr.replace(access_token, '***')}")
