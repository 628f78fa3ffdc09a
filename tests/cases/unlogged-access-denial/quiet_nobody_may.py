"""What nobody may do, what is not to be had now, and whoever brings nothing: no right is denied."""

from fastapi import APIRouter, Depends, HTTPException, WebSocket

from .parts import Settings, current_user, owner_of, picker, plugins, token_of

router = APIRouter()


class ShopClosed(HTTPException):
    def __init__(self):
        super().__init__(403, "closed")


class Shop:
    is_active = True

    def check_active(self):
        if not self.is_active:
            raise ShopClosed()


@router.put("/owner")
async def rename(name: str, user=Depends(current_user)):
    settings = Settings()
    if settings.is_demo and owner_of(settings).id == user.id:
        raise HTTPException(403, "the demo's owner keeps the name")
    owner_of(settings).name = name


@router.delete("/plugins/{name}")
async def remove_plugin(name: str, user=Depends(current_user)):
    if plugins.source(name) != "workspace":
        raise HTTPException(403, "built-in plugins cannot be removed")
    plugins.remove(name)


@router.post("/folder")
async def choose_folder(user=Depends(current_user)):
    if not picker.runs():
        raise HTTPException(403, "the folder picker is unavailable here")
    return picker.ask()


@router.websocket("/news")
async def news(websocket: WebSocket):
    token = token_of(websocket)
    if not token:
        await websocket.close(code=1008, reason="Missing token")
        return
    await websocket.accept()
