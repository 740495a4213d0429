import pytest

from archiver.content.scripts import language_mark


@pytest.mark.parametrize(
    ("text", "language", "mark"),
    [
        ("The ferry crossed at seven.", "en", ""),
        ("Le bac a été réparé à l'aube.", "en", ""),
        ("مرحبا بكم في هارومير", "en", ' lang="und-Arab" dir="rtl"'),
        ("مرحبا بكم في هارومير", "ar", ""),
        ("The ferry crossed at seven.", "ar", ' lang="und-Latn" dir="ltr"'),
        ("川を渡ってきた音楽隊", "en", ' lang="ja" dir="ltr"'),
        ("川を渡ってきた音楽隊", "ja", ""),
        ("Паром снова ходит", None, ' lang="und-Cyrl" dir="ltr"'),
        ("The ferry crossed at seven.", None, ""),
        ("Привет, said the keeper of the lock to the otters", "en", ""),
        ("λ = 3", "en", ""),
    ],
)
def test_only_a_block_in_another_script_is_marked(text: str, language: str | None, mark: str) -> None:
    assert language_mark(text, language) == mark
