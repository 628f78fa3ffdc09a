from aiohttp import web

from agent.logins import LoginKeeper


async def remove(request: web.BaseRequest):
    profile = request["context"].profile
    async with profile.session() as session:
        keeper = session.inject(LoginKeeper)
        await keeper.delete_credential(request.match_info["credential_id"])  # expect: remove() calls delete_credential()
    return web.json_response({})
