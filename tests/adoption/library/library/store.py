"""Everything that the library knows, in memory."""

from __future__ import annotations

import hashlib
import hmac

from .config import settings
from .models import Book, Loan, Member, NewBook

books: dict[str, Book] = {}
members: dict[str, Member] = {}
loans: dict[int, Loan] = {}


def reset() -> None:
    """Start again with what every branch has."""
    books.clear()
    members.clear()
    loans.clear()
    for isbn, title, author, withdrawn in (
        ("9780141", "Emma", "Austen", False),
        ("9780142", "Persuasion", "Austen", False),
        ("9780143", "Sanditon", "Austen", False),
        ("9780200", "Молох", "Куприн", True),
    ):
        books[isbn] = Book(isbn=isbn, title=title, author=author, withdrawn=withdrawn)
    members["1001"] = Member(card="1001", name="Zoë", pin="1234")
    members["1002"] = Member(card="1002", name="Old Tom", pin="0000", expired=True)


def search(author: str | None) -> list[Book]:
    return [book for book in books.values() if author in (None, book.author)]


def add(new: NewBook) -> Book:
    book = books[new.isbn] = Book(**new.model_dump())
    return book


def lend(isbn: str, card: str) -> Loan:
    number = len(loans) + 1
    loan = loans[number] = Loan(number=number, isbn=isbn, card=card)
    return loan


def token(card: str) -> str:
    digest = hmac.new(settings.secret, card.encode(), hashlib.sha256)
    return f"{card}-{digest.hexdigest()[:24]}"


def member_of(session: str) -> Member | None:
    member = members.get(session.partition("-")[0])
    return member if member and hmac.compare_digest(token(member.card), session) else None


reset()
