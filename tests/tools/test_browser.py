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


FAINT = """
const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4 };
const numbers = color => (color.match(/[0-9.]+/g) || []).map(Number);
const luminance = color => { const [r, g, b] = numbers(color).map(channel); return 0.2126*r + 0.7152*g + 0.0722*b };
const behind = node => {
  for (let each = node; each; each = each.parentElement) {
    const color = getComputedStyle(each).backgroundColor;
    if (numbers(color).length === 3 || numbers(color)[3] > 0) return color;
  }
  return "rgb(255, 255, 255)";
};
const faint = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement, style = getComputedStyle(node);
  if (!walker.currentNode.data.trim() || !node.getClientRects().length) continue;
  const svg = node instanceof SVGElement;
  const [one, other] = [svg ? style.fill : style.color, behind(node)].map(luminance);
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (ratio < 4.5) faint.push([node.tagName, node.className.baseVal || node.className, ratio]);
}
return faint;
"""
"""Texts that stand out less than level AA of the web's guidelines for accessible content asks for: 4.5 to 1."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_the_light_and_in_the_dark(page: Any, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    paper = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    faint = page.execute_script(FAINT)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    assert (paper == "rgb(255, 255, 255)") is (scheme == "light")
    assert faint == []


def test_paper_has_everything_that_the_screen_folds_away(page: Any) -> None:
    folded = "return [...document.querySelectorAll('.group tbody tr')].filter(row => !row.checkVisibility()).length"
    on_screen = page.execute_script(folded)
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", **dark})

    on_paper = page.execute_script(folded)
    heights = page.execute_script(
        "return [...document.querySelectorAll('.group tbody tr')].map(row => row.getBoundingClientRect().height)"
    )
    ink = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})

    assert (on_screen > 0, on_paper) == (True, 0)
    assert min(heights) > 0
    assert ink == "rgb(255, 255, 255)", "a page that is dark on the screen is printed on white"


def test_the_keyboard_reaches_everything(page: Any) -> None:
    """From the first key to the last mark, and what is said of a quotation or a figure shows when it is reached."""
    wanted = "a[href], summary, .scroll, g.mark, .quote, mark.plain"
    reached = page.execute_script(
        f"return [...document.querySelectorAll('{wanted}')].filter(each => each.tabIndex < 0).length"
    )
    page.find_element("tag name", "body").send_keys("\ue004")
    first = page.execute_script("return document.activeElement.className")
    shown = page.execute_script(
        "const mark = document.querySelector('mark.plain[title]'); mark.focus();"
        " return [getComputedStyle(mark, '::after').content, mark.title]"
    )

    assert reached == 0
    assert first == "skip"
    assert shown[0] == f'"{shown[1]}"'


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
