"""The page in a browser: Chromium from the system, driven by Selenium; both come with the developers' tools."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from golden import flood

from claimx.report.html import render_html

FOUND = flood.extractions()
COMPARISON = flood.comparison(FOUND)
HOSTILE = '<script>document.title = "owned"</script> \u202egnp.exe <img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("needs Chromium and its driver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1280,900",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield running
    running.quit()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    path = tmp_path / "report.html"
    path.write_text(render_html(COMPARISON, FOUND), encoding="utf-8")
    browser.get(path.as_uri())
    return browser


def select(page: Any, css: str) -> list[Any]:
    found: list[Any] = page.find_elements("css selector", css)
    return found


def test_the_console_stays_empty(page: Any) -> None:
    assert page.get_log("browser") == []


def test_every_link_within_the_page_leads_somewhere(page: Any) -> None:
    for link in select(page, 'a[href^="#"]'):
        target = link.get_attribute("href").partition("#")[2]
        assert select(page, f'[id="{target}"]'), target


def test_following_the_link_of_a_finding_shows_its_figure(page: Any) -> None:
    link = select(page, ".evidence mark a")[0]
    target = link.get_attribute("href").partition("#")[2]

    page.execute_script("arguments[0].click()", link)

    assert page.current_url.endswith(f"#{target}")
    assert select(page, f'[id="{target}"]')[0].is_displayed()


def test_the_marks_of_the_charts_are_the_figures_of_their_tables(page: Any) -> None:
    for group in select(page, ".group"):
        rows = group.find_elements("css selector", "tbody tr")
        assert len(group.find_elements("css selector", "g.mark")) == len(rows)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_out_of_the_window(page: Any, width: int) -> None:
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )

    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_a_hostile_article_stays_text(browser: Any, tmp_path: Path) -> None:
    found = tuple(
        each.model_copy(
            update={"article": each.article.model_copy(update={"title": HOSTILE, "url": "javascript:alert(1)"})}
        )
        for each in FOUND
    )
    path = tmp_path / "hostile.html"
    path.write_text(render_html(COMPARISON, found), encoding="utf-8")

    browser.get(path.as_uri())

    assert browser.title != "owned"
    assert not select(browser, "script, img")
    assert not select(browser, 'a[href^="javascript"]')
    assert "<script>" in browser.find_element("tag name", "body").text
