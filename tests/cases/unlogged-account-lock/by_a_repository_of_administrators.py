from fastapi import APIRouter, Depends


class AdminRepo:
    def __init__(self, db):
        self.db = db

    async def unban(self, number):
        await self.db.run("update person set barred = false where number = ?", number)


def make_admin() -> AdminRepo:
    return AdminRepo(None)


router = APIRouter()


@router.post("/people/{number}/readmit")
async def readmit(number: int, admin: AdminRepo = Depends(make_admin)):
    await admin.unban(number)  # expect: readmit() calls unban()
