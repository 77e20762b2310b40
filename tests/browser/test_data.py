"""The examples of the data page do what they say, and a citation can be copied."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from chronicle import load
from chronicle.export.package import ARCHIVE
from chronicle.model import Event
from tests.browser.pages import LANGUAGES, TYPES
from tests.building import ROOT, SITE_URL

pytestmark = pytest.mark.browser

EVENT = "2019-03-03-al-masasna-attack"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def examples(browser: Browser, site: str) -> dict[str, str]:
    """Language -> code, with the address of the served site in place of the public one."""
    page = browser.new_page()
    page.goto(site + "data/")
    names = page.locator("h2#examples ~ h3").all_inner_texts()
    codes = page.locator("h2#examples ~ pre").all_text_contents()
    page.close()
    return {name: code.replace(SITE_URL, site) for name, code in zip(names, codes, strict=True)}


@pytest.fixture(scope="module")
def record() -> Event:
    return load.read(ROOT).events[EVENT].value


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


def test_there_is_an_example_in_each_language(examples: dict[str, str]) -> None:
    assert list(examples) == ["curl", "Python", "JavaScript", "R"]


def test_the_example_of_curl_fetches_an_event_and_everything(
    examples: dict[str, str], tmp_path: Path
) -> None:
    first, second = examples["curl"].strip().splitlines()
    assert json.loads(run(first.split(), tmp_path))["id"] == EVENT
    run(second.split(), tmp_path)
    assert (tmp_path / ARCHIVE).read_bytes().startswith(b"PK")


def test_the_example_of_python_prints_who_says_how_many(
    examples: dict[str, str], tmp_path: Path, record: Event
) -> None:
    lines = run([sys.executable, "-X", "utf8", "-c", examples["Python"]], tmp_path).splitlines()
    assert len(lines) == len(record.claims)
    assert lines[0].endswith(" killed 20 ")


def test_the_example_of_javascript_prints_the_same(
    examples: dict[str, str], page: Page, site: str, record: Event
) -> None:
    page.goto(site)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.evaluate(examples["JavaScript"])
    page.wait_for_timeout(100)
    for _ in range(50):
        if len(said) >= len(record.claims):
            break
        page.wait_for_timeout(100)
    assert len(said) == len(record.claims)
    assert said[0].endswith("killed 20 null")


def test_the_example_of_r_names_columns_that_are_there(
    examples: dict[str, str], built_site: Path
) -> None:
    """R itself is not asked for; what the code names must be there."""
    head = (built_site / "data/claims.csv").read_text(encoding="utf-8").split("\r\n")[0]
    chosen = examples["R"].partition("c(")[2].partition(")")[0].split(", ")
    assert set(chosen) <= set(head.split(","))
    assert f'event == "{EVENT}"' in examples["R"]


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=LANGUAGES)
def test_the_citation_is_copied_with_its_address_and_the_day(
    page: Page, site: str, prefix: str
) -> None:
    page.goto(site + prefix + TYPES["event"])
    button = page.locator("#citation .copy")
    words = page.locator("#citation").inner_text().removesuffix(button.inner_text()).strip()
    button.click()
    expect(button).not_to_have_text({"": "Copy", "ar/": "نسخ"}[prefix])
    day = page.evaluate("new Date().toISOString().slice(0, 10)")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{words} {SITE_URL}{prefix}{TYPES['event']} ({day})"


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_a_citation_file_is_copied_as_it_stands(
    page: Page, site: str, built_site: Path, ending: str
) -> None:
    page.goto(site + TYPES["event"])
    page.locator(f'.formats a[href$=".{ending}"] + .copy').click()
    expect(page.locator(f'.formats a[href$=".{ending}"] + .copy')).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    expected = (built_site / f"events/{EVENT}.{ending}").read_text(encoding="utf-8")
    assert copied.splitlines() == expected.splitlines()


def test_without_javascript_there_is_no_button_and_every_form_is_a_link(
    still_page: Page, site: str
) -> None:
    still_page.goto(site + TYPES["event"])
    assert still_page.locator(".copy").count() == 0
    assert still_page.locator(".formats a").all_inner_texts() == ["BibTeX", "RIS", "JSON", "YAML"]
