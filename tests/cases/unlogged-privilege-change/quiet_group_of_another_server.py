"""A function that is given a client makes its group at another server, which records for itself; a group of charts has no rights."""

from fastapi import APIRouter

from shop.charts import DashboardGroup, database
from shop.directory import create_group, get_client

router = APIRouter()


@router.post("/groups")
def make(name: str):
    client = get_client()
    return create_group(client, name)


@router.put("/bundles/{number}")
def take_over(number: int, who: int):
    group = DashboardGroup.query.get(number)
    group.user = who
    database.session.commit()
    return {"ok": True}
