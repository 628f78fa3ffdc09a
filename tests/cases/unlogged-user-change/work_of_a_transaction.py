"""The function that is run in a transaction records nothing."""

import json
from shop.app import router, require_admin, Response, database
from shop.queries import insert_user, insert_admin_audit


def _audit(conn, operation, actor, target):
    insert_admin_audit(conn, operation=operation, actor_id=actor, target_id=target)


async def create_user(db, actor, name, password_hash):
    def write(conn):
        insert_user(conn, name=name, password_hash=password_hash)
        return name

    return await db.execute_write_fn(write)


@router.POST("/-/admin/api/create$")
@require_admin
async def admin_create(request, body):
    number = await create_user(database(), request.actor["id"], body.name, body.hash)  # expect: a created or deleted user leaves no security record
    return Response.json({"ok": True, "id": number})
