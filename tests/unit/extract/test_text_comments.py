"""Comments of text captures, by the shapes that sites print them in."""

from archiver import extract

STORY = (
    "The heron on the weathervane\n\n"
    "A heron stood on the weathervane of Harrowmere from Tuesday noon until Wednesday, and the wind, "
    "which had meant to turn, did not dare to.\n\n"
    "The clock winder climbed up twice to ask it down, and twice the heron looked past him to the river.\n\n"
)


def _comments(printed: str) -> list[tuple[str | None, str]]:
    found = extract((STORY + printed).encode(), media_type="text/plain").to_dict()["comments"]
    return [(comment["author"], comment["text"]) for comment in found]


def test_a_button_glued_to_the_last_sentence_ends_a_comment() -> None:
    printed = (
        "There are 3 comments\n\nIt is my heron.Report\n\nIt is nobody's heron.\n\nAsk the heron.Report\n\n"
        "I have asked it. Report\n"
    )
    assert _comments(printed) == [
        (None, "It is my heron."),
        (None, "It is nobody's heron.\n\nAsk the heron."),
        (None, "I have asked it."),
    ]


def test_the_count_above_the_story_heads_no_comments() -> None:
    printed = (
        "2 Comments\n\n  • Click here to share with your friends on a network of some kind\n\n"
        "The mayor wrote to the county about the heron, and the county answered that it had one of its own.\n\n"
        "2 Comments\n\n  1. Hester Quill says:\n    March 3, 2014 at 9:12 am\n\n    It was still there at ten.\n\n"
        "  2. Bram T. says:\n    March 3, 2014 at 10:40 am\n\n    It has gone now.\n"
    )
    assert _comments(printed) == [
        ("Hester Quill", "It was still there at ten."),
        ("Bram T.", "It has gone now."),
    ]


def test_a_list_in_a_comment_under_a_name_is_its_text() -> None:
    printed = "5 Kommentare\n\n" + "".join(
        f"  {number}. {name}\n\n    {text}\n\n    Antworten\n"
        for number, name, text in (
            (1, "Ole", "Der Reiher war schon gestern da."),
            (
                2,
                "Petra",
                "Er hat drei Gründe:\n\n      1. Er sieht weit von dort oben.\n\n      2. Er mag den Wind.",
            ),
            (3, "Lena", "Ein vierter fehlt."),
            (4, "Bram", "Und ein fünfter."),
            (5, "Sal", "Der Reiher ist fort."),
        )
    )
    found = _comments(printed)
    assert [author for author, _ in found] == ["Ole", "Petra", "Lena", "Bram", "Sal"]
    assert "Er mag den Wind." in found[1][1]


def test_mottos_between_portrait_and_date_are_no_text() -> None:
    heads = ("Ole Brandt", "Petra Vane", "Owen Latchford")
    printed = "3 Comments\n\n" + "".join(
        f"photo\n{name}\nOnward, whatever the river says!\n0{n}:15 PM on 8/2{n}/2011\nThe heron is number {n}.\n"
        for n, name in enumerate(heads, 1)
    )
    assert _comments(printed) == [(name, f"The heron is number {n}.") for n, name in enumerate(heads, 1)]


def test_one_date_of_the_page_reads_the_others() -> None:
    printed = "2 Comments\n\n" + "".join(
        f"  {n}. {name} says:\n    {date}\n\n    Seen at {n} o'clock.\n\n"
        for n, name, date in ((1, "Ole", "03/04/2014 at 9:12"), (2, "Petra", "03/28/2014 at 9:12"))
    )
    found = extract((STORY + printed).encode(), media_type="text/plain").to_dict()["comments"]
    assert [comment["date"][:10] for comment in found] == ["2014-03-04", "2014-03-28"]


def test_a_weekday_before_the_date_is_no_part_of_the_name() -> None:
    printed = "2 Comments\n\n" + "".join(
        f"{name}\n\n{text}\n\nReply\n\n"
        for name, text in (
            ("Hester Quill, Mon 3 March 2014 at 9:12", "It was still there at ten, and so was I."),
            ("Sam 4 March 2014 at 10:40", "It has gone now, and nobody saw it go."),
        )
    )
    assert [author for author, _ in _comments(printed)] == ["Hester Quill", "Sam"]


def test_dates_in_lists_below_the_texts_tell_comments_apart() -> None:
    form = "Text format options\n\nBasic HTML\n\n  • Allowed HTML tags: <em>\n  • Lines and paragraphs break automatically.\n\n"
    texts = (
        "The heron was mine until Tuesday noon, and I would like to have it back by Friday.",
        "It is nobody's heron.",
        "Ask the heron.",
    )
    printed = (
        "View comments (3)\n"
        + form
        + "".join(
            f"{text}\n\n  • reply\n  • March {day}, 2014\n  • 9:12 AM\n\n"
            for day, text in enumerate(texts, 3)
        )
    )
    assert [text for _, text in _comments(printed)] == list(texts)


def _text(printed: str) -> str:
    return str(extract(printed.encode(), media_type="text/plain").to_dict()["text"])


def test_a_thread_printed_twice_is_read_once_and_stays_out_of_the_story() -> None:
    thread = (
        "12 thoughts on “The heron on the weathervane”\n\n"
        "  1. It was my heron, and I would like to have it back before the fair begins on Friday.\n\n"
        "    1. It is nobody's heron, as the verger said when he found the feathers.\n\n"
        "  2. Ask the heron.\n\nComments are closed.\n\n"
    )
    found = _comments(thread + thread)
    assert [text.split(",")[0] for _, text in found] == [
        "It was my heron",
        "It is nobody's heron",
        "Ask the heron.",
    ]
    assert "my heron" not in _text(STORY + thread + thread)


def test_markup_printed_in_a_head_is_no_part_of_the_name() -> None:
    printed = "Comments\n\n" + "".join(
        f"{name} Thu, 08/{day}/2023 - 09:59\n\nThe heron was number {day}, and I have counted them all.\n\nReply\n\n"
        for day, name in (
            (10, "<span>Hester Quill</span>"),
            (17, '<a title="View the profile of this user." href="/people/by-name/editors">The Editors</a>'),
            (24, "<span>Bram Oke</span>"),
        )
    )
    assert [author for author, _ in _comments(printed)] == ["Hester Quill", "The Editors", "Bram Oke"]


def test_what_stands_below_the_last_comment_is_not_the_story() -> None:
    printed = "Comments\n\n" + "".join(
        f"{name}, 3 March 2014 at 9:1{minute}\n\nSeen at {minute} minutes past, and it looked past me.\n\nReply\n\n"
        for minute, name in enumerate(("Hester Quill", "Bram T", "Sal Oke"))
    )
    footer = (
        "Our Brands\n\n  • The Eld Valley Almanac\n  • Ferry Timetable Weekly\n\n12 Eld Street, Harrowmere\n"
    )
    assert len(_comments(printed + footer)) == 3
    assert "Almanac" not in _text(STORY + printed + footer)


def test_a_rail_with_next_to_no_prose_below_it_ends_the_story() -> None:
    story = STORY + "".join(
        f"On day {day} the council sat until midnight over the heron, and the minutes of it fill {day} pages, in a "
        "small hand, with a drawing of the weathervane in the margin that nobody has owned up to so far.\n\n"
        for day in range(3, 9)
    )
    rail = (
        "Join the conversation\n\nThe Eld Valley Gazette wants a lively talk under its stories; be kind, stay with "
        "the heron, and wait a day until your letter is shown here.\n"
    )
    assert "lively talk" not in _text(story + rail)
    assert _text(story + rail).count("midnight") == 6


def test_lost_heads_leave_comments_that_blank_lines_part() -> None:
    printed = (
        "Commentaires\n\nPourquoi le héron ?\nIl était là avant nous.\nBonne chance\n\n"
        "Demandez au héron, il le sait mieux que la mairie et que le sonneur.\n\nRéagissez à cet article\n"
    )
    assert _comments(printed) == [
        (None, "Pourquoi le héron ?\n\nIl était là avant nous.\n\nBonne chance"),
        (None, "Demandez au héron, il le sait mieux que la mairie et que le sonneur."),
    ]


def test_names_above_dates_begin_comments_though_a_button_follows_each_date() -> None:
    printed = "Comments (3)\n\n" + "".join(
        f"{name}\n\n{day}/2022 - 19:04\n\nPermalink\n\n{text[:28]}…\n\n{text}\n\n  • Reply\n\n"
        for day, name, text in (
            ("Fri, 09/02", "Norah G.", "That is my grandmother's heron, and she has asked for it back."),
            ("Sat, 09/03", "Dr A. Sayle", "We measured the weathervane for her on Friday."),
            ("Sun, 09/04", "Norah G.", "She says that you measured it empty."),
        )
    )
    assert _comments(printed) == [
        ("Norah G.", "That is my grandmother's heron, and she has asked for it back."),
        ("Dr A. Sayle", "We measured the weathervane for her on Friday."),
        ("Norah G.", "She says that you measured it empty."),
    ]


def test_a_name_that_ends_in_a_year_is_no_date() -> None:
    printed = "3 thoughts on “The heron on the weathervane”\n\n" + "".join(
        f"  {number}. {name} says:\n    March 1{number}, 2018 at 10:05 am\n\n    Seen at {number} o'clock.\n\n    Reply\n"
        for number, name in ((1, "Ole"), (2, "Petra"), (3, "Reader 1952"))
    )
    assert [author for author, _ in _comments(printed)] == ["Ole", "Petra", "Reader 1952"]


def test_a_date_glued_to_a_name_is_told_from_it() -> None:
    printed = "2 comments:\n\n" + "".join(
        f"  {number}. {name}30 May 2010 at 18:1{number}\n\n    Seen at {number} o'clock.\n\n    ReplyDelete\n"
        for number, name in ((1, "Hester Q."), (2, "Clement Rook"))
    )
    assert [author for author, _ in _comments(printed)] == ["Hester Q.", "Clement Rook"]


def test_an_answer_right_below_a_button_is_no_list_in_the_comment_above() -> None:
    printed = (
        "18 COMMENTS\n\n  1. Orme November 20, 2022 At 11:02 am\n\n    It was my heron.\n\n    Reply\n"
        "    • Groundsman (there is only one of me here) November 20, 2022 At 11:20 am\n\n      It was my rake.\n\n"
        "      Reply\n  2. Rulebook November 20, 2022 At 1:30 pm\n\n    See rule 14.\n\n    Reply\n"
    )
    assert _comments(printed) == [
        ("Orme", "It was my heron."),
        ("Groundsman (there is only one of me here)", "It was my rake."),
        ("Rulebook", "See rule 14."),
    ]


def test_a_name_with_a_post_below_the_story_tells_the_author() -> None:
    box = "Morgan Lee\n\nPeriodista\n\nEscribe sobre garzas, veletas y otras cosas que miran al río desde arriba.\n"
    found = extract((STORY + box).encode(), media_type="text/plain").to_dict()
    assert found["authors"] == ["Morgan Lee"]
    assert "garzas" not in found["text"]


def test_a_portraits_text_above_a_head_is_no_part_of_the_comment() -> None:
    printed = "2 Comments\n\n" + "".join(
        f"  {number}. Member pciture\n    {name} | Feb 2{number}, 2006 09:05am | #{number}\n\n    Seen at {number} o'clock.\n\n"
        for number, name in ((5, "Ole Brandt"), (6, "Petra Vane"))
    )
    assert _comments(printed) == [("Ole Brandt", "Seen at 5 o'clock."), ("Petra Vane", "Seen at 6 o'clock.")]


def test_an_offer_of_a_newsletter_goes_and_a_sentence_about_one_stays() -> None:
    offer = "For herons, tides and wit, sign up for the Eld Valley newsletter.\n\n"
    sentence = (
        "Residents can sign up for the council's newsletter at the ferry house, the clock winder said.\n\n"
    )
    text = _text(STORY + offer + sentence + STORY.replace("heron", "swan"))
    assert "tides and wit" not in text
    assert "ferry house" in text
