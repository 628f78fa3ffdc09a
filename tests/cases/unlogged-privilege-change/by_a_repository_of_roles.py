from fastapi import APIRouter, Depends


class RolesRepo:
    def __init__(self, db):
        self.db = db

    async def create(self, name):
        return await self.db.run("insert into role values (?)", name)

    async def get(self, name):
        return await self.db.one("select * from role where name = ?", name)


def make_roles() -> RolesRepo:
    return RolesRepo(None)


router = APIRouter()


@router.post("/admin/kinds")
async def make_kind(name: str, roles: RolesRepo = Depends(make_roles)):
    await roles.create(name)  # expect: make_kind() calls create()
    return await roles.get(name)


@router.get("/admin/kinds/{name}")
async def show_kind(name: str, roles: RolesRepo = Depends(make_roles)):
    return await roles.get(name)
