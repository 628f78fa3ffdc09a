from fastapi import APIRouter, HTTPException

router = APIRouter()


async def validate_mfa_configuration(wanted):
    if wanted.required and not wanted.enabled:
        raise ValueError("MFA cannot be required while it is off")


@router.post("/settings/mfa")
async def update_mfa(form, settings):
    try:
        await validate_mfa_configuration(form)
        await settings.save(form)
    except ValueError as error:
        raise HTTPException(409, "Check the configuration.") from error
