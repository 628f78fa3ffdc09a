"""Strawberry makes its inputs and types dataclasses, whose text shows every field."""

import logging

import strawberry

logger = logging.getLogger(__name__)


@strawberry.input
class SignIn:
    email: str
    password: str


@strawberry.type(description="What somebody sees of an order.")
class Order:
    number: int
    state: str


@strawberry.type
class Mutation:
    @strawberry.mutation
    def sign_in(self, data: SignIn) -> bool:
        logger.debug("sign-in with %s", data)  # expect: its text shows the password
        logger.debug("sign-in at %s", data.email.partition("@")[2])
        return True

    @strawberry.mutation
    def cancel(self, order: Order) -> bool:
        logger.info("cancelling %s", order)
        return True
