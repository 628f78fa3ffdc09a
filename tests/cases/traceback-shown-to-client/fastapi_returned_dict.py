import traceback

from fastapi import APIRouter

router = APIRouter()


@router.post("/jobs")
def start():
    try:
        return {"job": launch()}
    except RuntimeError:
        return {"error": traceback.format_exc()}  # expect: traceback


def launch():
    return 1
