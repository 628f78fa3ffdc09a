"""Members of a talk, notes of what was deleted, objects that are kept nowhere: none of these is an account."""

from aiohttp import web

from forum.models import DeletedUser, Identity, PrivateThreadMember


async def remove_member(request):
    deleted = PrivateThreadMember.objects.filter(thread=request.match_info["thread"], user=request["user"]).delete()
    return web.json_response({"deleted": deleted})


async def change_owner(request):
    PrivateThreadMember.objects.filter(thread=request.match_info["thread"]).update(is_owner=False)
    return web.json_response({})


def record_user_deleted_by_staff():
    return DeletedUser.objects.create(deleted_by="staff")


async def delete_user(request):
    user = request["target"]
    user.delete(anonymous="somebody")
    record_user_deleted_by_staff()
    return web.json_response({})


class Sessions:
    def create_user(self, data):
        identity = Identity(data=data)
        return identity

    async def open_session(self, request):
        user = self.create_user(await request.json())
        request["user"] = user
        return web.json_response({"name": user.name})
