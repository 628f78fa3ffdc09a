from fastapi import APIRouter, Request, Response

router = APIRouter()


@router.post("/logout")
def logout(request: Request, response: Response):
    response.delete_cookie("session")  # expect: logout
    return {}
