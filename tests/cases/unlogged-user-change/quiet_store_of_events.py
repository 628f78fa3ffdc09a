from fastapi import APIRouter, Depends

from studio.people import Person, current_person
from studio.postgres import Postgres

router = APIRouter()


class EventStream:
    @classmethod
    async def dispatch(cls, topic, *, person=None, description=None):
        await Postgres.execute("INSERT INTO public.events (topic, person, description) VALUES ($1, $2, $3)", topic, person, description)


class Postgres:
    @classmethod
    async def execute(cls, query, *args):
        await cls.pool.execute(query, *args)


@router.delete("/users/{name}")
async def delete_user(name: str, person=Depends(current_person)):
    user = await Person.load(name)
    await user.delete()
    await EventStream.dispatch("person.deleted", person=person.name, description=f"{name} is gone")
