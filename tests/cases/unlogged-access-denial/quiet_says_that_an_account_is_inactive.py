from fastapi import Depends, FastAPI, HTTPException

from shop.people import find_person, person_of
from shop.mails import send

app = FastAPI()


@app.post("/people/{number}/remind")
async def remind(number: int, current=Depends(person_of)):
    person = find_person(number)
    if not person.is_active:
        raise HTTPException(status_code=400, detail="The account is disabled, no mail was sent")
    send(person)


@app.post("/people/{number}/activate")
async def activate(number: int, current=Depends(person_of)):
    person = find_person(number)
    if person.is_active:
        raise HTTPException(status_code=400, detail="The user is active already")
    return person.number
