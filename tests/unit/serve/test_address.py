"""Which requests the development server answers, and which file they mean."""

from pathlib import Path

import pytest

from archiver.serve.address import file_of, is_loopback, is_own_host, is_own_origin


@pytest.mark.parametrize("host", ["localhost:80", "127.0.0.1:80", "127.8.9.1:80", "LOCALHOST:80"])
def test_our_own_names_are_answered(host: str) -> None:
    assert is_own_host(host, 80)
    assert is_own_origin(f"http://{host}", 80)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "localhost",
        "localhost:81",
        "evil.example:80",
        "localhost.evil.example:80",
        "127.0.0.1.evil.example:80",
        "0.0.0.0:80",
        "2130706433:80",
        "[::1]:80",
        "localhost:80:80",
        "user@localhost:80",
        "0177.0.0.1:80",
    ],
)
def test_a_foreign_name_is_refused(host: str | None) -> None:
    assert not is_own_host(host, 80)
    assert host is None or not is_own_origin(f"http://{host}", 80)


@pytest.mark.parametrize(
    "origin", ["null", "https://localhost:80", "http://evil.example", "http://[", "file://"]
)
def test_a_foreign_origin_is_refused(origin: str) -> None:
    assert not is_own_origin(origin, 80)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])
def test_only_loopback_can_be_bound(host: str) -> None:
    assert not is_loopback(host)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "schleuse-öffnet").mkdir(parents=True)
    (site / "schleuse-öffnet" / "index.html").write_text("gates")
    (site / ".hidden").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "up").symlink_to(tmp_path)
    return site


def test_an_encoded_name_means_its_file(folder: Path) -> None:
    found = file_of(folder, "/schleuse-%C3%B6ffnet/index.html?q=%2f#x")
    assert found is not None
    assert found.read_text() == "gates"


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/schleuse-%C3%B6ffnet/../../secret.txt",
        "/schleuse-%C3%B6ffnet/%2e%2e/%2e%2e/secret.txt",
        "/out.txt",
        "/up/secret.txt",
        "/.hidden",
        "/%2ehidden",
        "//secret.txt",
        "/a%00b",
        "/%ff",
        "secret.txt",
        "http://127.0.0.1/secret.txt",
        "",
        "/" + "a" * 5000,
        "/./index.html",
    ],
)
def test_no_address_means_a_file_outside(target: str, folder: Path) -> None:
    found = file_of(folder, target)
    assert found is None or not found.exists()


def test_a_doubly_encoded_climb_is_a_name_like_any_other(folder: Path) -> None:
    found = file_of(folder, "/%252e%252e/secret.txt")
    assert found is None or found.is_relative_to(folder)
