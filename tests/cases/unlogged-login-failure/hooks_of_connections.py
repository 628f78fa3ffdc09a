import logging

import socketio

from shop.users import user_of_token

log = logging.getLogger(__name__)
sio = socketio.AsyncServer(async_mode="asgi")


@sio.event
async def connect(sid, environ, auth):
    user = await user_of_token(auth["token"])
    if user is None:
        raise socketio.exceptions.ConnectionRefusedError("authentication failed")  # expect: failed login
    await sio.save_session(sid, {"user": user.id})


@sio.on("connect", namespace="/admin")
async def connect_admin(sid, environ, auth):
    user = await user_of_token(auth["token"])
    if user is None:
        log.warning("refused: a token that is not known, from %s", environ["REMOTE_ADDR"])
        raise socketio.exceptions.ConnectionRefusedError("authentication failed")
