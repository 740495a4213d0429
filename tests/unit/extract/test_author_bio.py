"""What stands about the author in and below the story of a marked-up page."""

from archiver import Extraction, extract

PROSE = [
    "The lock keepers of Harrowmere opened the upper gates on Tuesday, for the first time since the January "
    "flood tore the old chain from its wheel and left forty boats waiting below the weir.",
    "The work took nine weeks and cost less than the council had feared, said Ines Valdora, who runs the "
    "waterways office, because most of the oak beams under the sill turned out to be sound.",
    "Boats with a draught of more than a metre must still wait for the dredger, which is expected from the "
    "estuary before the end of the month, the office said in a note to skippers.",
]
BIO = "Ada Thorne is a freelance writer and a skipper on the river Eld."


def page(*paragraphs: str, author: str = "Ada Thorne") -> Extraction:
    inside = "".join(f"<p>{words}</p>" for words in paragraphs)
    html = (
        f"<!DOCTYPE html><html lang='en'><head><title>Upper lock opens</title><meta name='author' "
        f"content='{author}'></head><body><article><h1>Upper lock opens</h1>{inside}</article></body></html>"
    )
    return extract(html.encode(), url="https://harrowmere-times.example/2021/05/lock")


def rules(extraction: Extraction, words: str) -> set[str]:
    return {entry.rule for entry in extraction.ledger if words in entry.text}


def test_a_closing_paragraph_that_says_who_the_author_is_leaves_the_story() -> None:
    made = page(*PROSE, "Ada Thorne", BIO, "She has written for the Eld Valley Courier since 2004.")
    assert rules(made, "freelance") == {"author_box"}
    assert rules(made, "since 2004") == {"author_box"}
    assert "Ada Thorne" not in str(made.to_dict()["text"])
    assert made.to_dict()["authors"] == ["Ada Thorne"]


def test_a_paragraph_about_somebody_else_stays() -> None:
    made = page(*PROSE, "Ines Valdora is an engineer by training, and was born in the lock house.")
    assert rules(made, "engineer") == {"story"}


def test_a_paragraph_about_the_author_above_the_story_s_middle_stays() -> None:
    made = page(BIO, *PROSE)
    assert rules(made, "freelance") == {"story"}


def test_a_reading_time_is_known_in_both_orders_of_its_words() -> None:
    made = page("4 minute read time", *PROSE)
    assert rules(made, "minute") == {"reading_time"}


def test_a_shop_s_button_is_no_sentence_of_the_story() -> None:
    made = page(*PROSE[:2], "See price at Eldmart", PROSE[2])
    assert rules(made, "Eldmart") == {"call_to_action"}
