"""GraphQL answers any error of a resolver with its text."""

import strawberry
from graphql import GraphQLError

from shop.models import Post


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def remove_post(self, info: strawberry.Info, number: int) -> bool:
        if not info.context.user.is_staff:
            raise GraphQLError("You do not have permission to perform this action")  # expect: a denied access
        await Post.remove(number)
        return True

    @strawberry.mutation
    async def keep_post(self, info: strawberry.Info, number: int) -> bool:
        if not info.context.user.is_admin:
            raise Exception("Not authorized")  # expect: a denied access leaves no security record
        await Post.keep(number)
        return True

    @strawberry.mutation
    async def rename_post(self, info: strawberry.Info, number: int, title: str) -> bool:
        if not title:
            raise Exception("A title is not allowed to be empty")
        await Post.rename(number, title)
        return True
