from fastapi import APIRouter, Depends


class PasswordService:
    def __init__(self, hasher):
        self._hasher = hasher

    async def change(self, repo, sent, user):
        await repo.keep(user.id, self._hasher.hash(sent["new"]))

    async def describe(self):
        return {"length": 12}


def password_router(get_repo, get_user, service: PasswordService) -> APIRouter:
    router = APIRouter()

    @router.post("/password/change")
    async def replace(sent: dict, repo=Depends(get_repo), user=Depends(get_user)):
        await service.change(repo, sent, user)  # expect: replace() calls change()

    @router.get("/password/rules")
    async def rules():
        return await service.describe()

    return router
