from fastapi import APIRouter, Depends, HTTPException, status
from shop.auth import get_verified_user
from shop.models import Chats, Tools

router = APIRouter()


@router.get("/{id}")
async def get_chat_by_id(id: str, user=Depends(get_verified_user)):
    chat = await Chats.get_chat_by_id_and_user_id(id, user.id)
    if chat:
        return chat
    raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="We could not find what you are looking for")


@router.post("/tools/{id}")
async def toggle_tool(id: str, user=Depends(get_verified_user)):
    tool = await Tools.get(id)
    if not tool:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="not found")
    return await tool.toggle()
