"""What a dictionary holds goes into a page, and something else is updated."""

from fastapi import APIRouter, Request

from shop.database import db_article_handler, db_user_handler
from shop.pages import render

router = APIRouter()


@router.put("/articles/{number}")
async def update_article(request: Request, number: int, form):
    shown = {"title": form.title}
    shown["role"] = request.user.role
    db_article_handler.update_article(number, shown)
    db_user_handler.update_user(request.user.id, {"last_seen": form.now})
    return render("article.html", shown)
