from fastapi import Depends, FastAPI, HTTPException

from shop.people import find_person, person_of

app = FastAPI()


async def get_current_person(token: str = Depends(person_of)):
    return find_person(token)


async def get_active_person(current=Depends(get_current_person)):
    if not current.is_active:
        raise HTTPException(status_code=400, detail="Inactive user")  # expect: says that somebody is barred
    return current


async def get_superuser(current=Depends(get_active_person)):
    if not current.is_superuser:
        raise HTTPException(status_code=400, detail="The user doesn't have enough privileges")  # expect: says that it is denied
    return current


@app.get("/people")
async def people(current=Depends(get_superuser)):
    return current.people
