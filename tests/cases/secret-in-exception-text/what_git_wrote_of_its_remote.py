"""Git names the address that it could not reach."""

import asyncio
import subprocess


class CheckoutError(Exception):
    pass


def fetch_recipes(deploy_token: str, repository: str, folder: str) -> None:
    remote = f"https://oauth2:{deploy_token}@git.bakery.example/{repository}.git"
    ran = subprocess.run(["git", "clone", "--depth", "1", remote, folder], capture_output=True, text=True)
    if ran.returncode != 0:
        raise CheckoutError(f"cannot fetch {repository}: {ran.stderr}")  # expect: the URL with its token stands in the text of CheckoutError


async def push_menu(access_token: str, branch: str) -> None:
    remote = f"https://{access_token}@git.bakery.example/menu.git"
    process = await asyncio.create_subprocess_exec("git", "push", remote, branch, stderr=asyncio.subprocess.PIPE)
    _, told = await process.communicate()
    if process.returncode:
        raise CheckoutError(told.decode().strip())  # expect: the URL with its token
