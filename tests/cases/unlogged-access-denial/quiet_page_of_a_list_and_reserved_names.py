import base64

from fastapi import APIRouter, HTTPException, Query

router = APIRouter()


@router.get("/orders")
def orders(store, page_token: str = Query(...)):
    page_token = base64.b64decode(page_token.encode()).decode()
    if not page_token:
        raise HTTPException(status_code=403)
    return store.after(page_token)


@router.patch("/shelves/{name}")
def rename(name: str, new_name: str, store):
    if name.lower().startswith("shop"):
        raise HTTPException(status_code=403, detail="Shelves that start with 'shop' are reserved for internal use")
    return store.rename(name, new_name)
