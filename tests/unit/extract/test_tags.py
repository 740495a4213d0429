"""Tags, site and times as an archive wants them: a page's own words for its machines are none."""

from archiver.extract.about.outlet import choose_site
from archiver.extract.about.tags import clean_tags
from archiver.extract.facts import Choice, not_before
from archiver.model.document import Fact

SITE = Fact(field="site", value="Harrowmere Post", evidence="meta og:site_name")
URL = Fact(field="url", value="https://www.harrowmerepost.example/lock", evidence="capture")


def tags(*told: str, title: str = "The lock opens") -> tuple[str, ...]:
    return clean_tags(told, title, (SITE, URL))


def test_numbers_keys_hosts_and_the_outlets_own_name_are_no_tags() -> None:
    made = tags(
        "8ae9ab2d-fe1b-4230-acb8-a59b52877682",
        "100312362",
        "_prio_3",
        "harrowmerepost.example",
        "Harrowmere Post",
    )
    assert made == ()
    assert tags("2021 flood", "G20", "Eld & Mill") == ("2021 flood", "G20", "Eld & Mill")


def test_the_kind_before_a_tag_is_no_part_of_it() -> None:
    told = (
        "Category: River",
        "NLP Entity Tokens: Eld",
        "Section: Sport:Rowing",
        "topic/weirs & locks",
        "sections/river",
    )
    assert tags(*told) == ("River", "Eld", "Rowing", "weirs & locks")
    assert tags("TV/Radio", "Lock: a play") == ("TV/Radio", "Lock: a play")


def test_tags_in_one_value_are_told_apart_and_each_stands_once() -> None:
    assert tags("Mill, Lock, Eld, mill") == ("Mill", "Lock", "Eld")
    assert tags("Harrowmere, on the Eld") == ("Harrowmere, on the Eld",)


def test_a_wires_codes_and_the_words_of_the_title_are_no_tags() -> None:
    assert tags("RSBI:WATER,MTVID,EREP,AERO,INDG08,INTAG,US,EZC,PACKAGE:TOP-NEWS") == ()
    assert tags("council", "opens", "upper", "lock", "again", title="Council opens upper lock again") == ()
    assert tags("council", "lock", title="Council opens upper lock again") == ("council", "lock")


def test_a_sentence_is_no_tag() -> None:
    assert tags("Harrowmere Eld Lock Weir Mill Quay Ferry Towpath Council Boathouse Bakery") == ()


def site(**told: str) -> str | None:
    evidence = {
        "ld": "json-ld NewsArticle.publisher",
        "og": "meta og:site_name",
        "app": "meta application-name",
    }
    chosen = choose_site(
        [Fact(field="site", value=value, evidence=evidence[key]) for key, value in told.items()]
    )
    return chosen.value if chosen else None


def test_the_name_that_a_site_gives_itself_goes_before_its_publishers() -> None:
    assert site(ld="Eld Media AG", og="Harrowmere Post") == "Harrowmere Post"
    assert site(ld="Blogger", og="The Towpath") == "The Towpath"
    assert site(ld="Harrowmere Post", og="harrowmere-post.example") == "Harrowmere Post"
    assert site(ld="Harrowmere Post", og="harrowmerepost") == "Harrowmere Post"
    assert (
        site(ld="Harrowmere Post", og="Breaking news and headlines of the river - Harrowmere Post")
        == "Harrowmere Post"
    )
    assert site(og="harrowmere-post.example") == "harrowmere-post.example"
    assert site(ld="Eld Media AG", app="Post") == "Eld Media AG"


def test_a_change_before_publication_is_no_change_of_what_was_published() -> None:
    def kept(modified: str, published: str) -> bool:
        return (
            not_before(Choice(value=modified, evidence=""), Choice(value=published, evidence="")) is not None
        )

    assert kept("2021-05-04T10:00:00+02:00", "2021-05-04T07:30:00+00:00")
    assert not kept("2021-05-04T09:00:00+02:00", "2021-05-04T07:30:00+00:00")
    assert not kept("2021-05-03", "2021-05-04T07:30:00+00:00")
    assert kept("2021-05-04", "2021-05-04T07:30:00+00:00")
    assert kept("2021-05-04T09:00", "2021-05-04T07:30:00+00:00")
    assert kept("2021-02-31", "2021-05-04")
