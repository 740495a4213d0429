"""Laws of the claim model: the first claim wins, and what is settled is a partition."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.claims import Claim, Settled
from archiver.model.ledger import Role

LENGTH = 40
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: (min(pair), max(pair)))
CLAIMS = st.lists(
    st.tuples(SPANS, st.sampled_from(Role)).map(
        lambda drawn: Claim(start=drawn[0][0], end=drawn[0][1], role=drawn[1])
    ),
    max_size=12,
)


def _owners(claims: list[Claim]) -> list[Claim | None]:
    """The owner of each character, found the slow and plain way."""
    owners: list[Claim | None] = [None] * LENGTH
    for claim in claims:
        for at in range(claim.start, claim.end):
            owners[at] = owners[at] or claim
    return owners


def _settled(claims: list[Claim]) -> Settled:
    settled = Settled()
    settled.settle("rule", claims)
    return settled


@given(CLAIMS)
def test_the_first_claim_of_a_character_wins(claims: list[Claim]) -> None:
    owners = _owners(claims)
    for item in _settled(claims):
        assert all(owners[at] is item.claim for at in range(item.start, item.end))


@given(CLAIMS)
def test_settlements_are_disjoint_and_in_order(claims: list[Claim]) -> None:
    items = list(_settled(claims))
    assert all(item.start < item.end for item in items)
    assert all(one.end <= other.start for one, other in pairwise(items))


@given(CLAIMS)
def test_every_claimed_character_is_settled(claims: list[Claim]) -> None:
    covered = sum(item.end - item.start for item in _settled(claims))
    assert covered == sum(owner is not None for owner in _owners(claims))


@given(CLAIMS, SPANS)
def test_what_is_free_and_what_is_settled_make_the_span(claims: list[Claim], span: tuple[int, int]) -> None:
    settled = _settled(claims)
    free = {at for start, end in settled.free(*span) for at in range(start, end)}
    taken = {at for item in settled.within(*span) for at in range(item.start, item.end)}
    assert not free & taken
    assert free | (taken & set(range(*span))) == set(range(*span))
