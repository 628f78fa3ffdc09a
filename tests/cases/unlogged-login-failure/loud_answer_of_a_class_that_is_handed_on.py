import strawberry
from django.contrib.auth import authenticate
from strawberry.types import Info


@strawberry.type
class Arrival:
    success: bool
    errors: str = ""

    @classmethod
    def authenticate(cls, info: Info, name: str, password: str) -> "Arrival":
        if not (user := authenticate(info.context.request, username=name, password=password)):
            return Arrival(success=False, errors="That did not fit")  # expect: failed login
        return Arrival(success=bool(user))


@strawberry.type
class Mutation:
    @strawberry.mutation
    def arrive(self, info: Info, name: str, password: str) -> Arrival:
        return Arrival.authenticate(info, name, password)
