# file: garden/login.py
from garden.hashing import check_password
from garden.models import Member
from garden.tokens import create_access_token


async def login_member(data) -> str:
    member = await Member.get(email=data.email)
    if not check_password(data.password, member.hash):
        raise Exception("Invalid credentials")  # expect: a failed login leaves no security record
    return create_access_token(member.id)


async def greet(data) -> str:
    if not check_password(data.password, data.kept):
        raise Exception("Invalid credentials")
    return "hello"
# file: garden/hashing.py
import bcrypt


def check_password(given: str, kept: str) -> bool:
    return bcrypt.checkpw(given.encode(), kept.encode())
# file: garden/schema.py
import strawberry

from garden.login import greet, login_member


@strawberry.type
class Mutation:
    login = strawberry.mutation(resolver=login_member)


GREETING = greet
