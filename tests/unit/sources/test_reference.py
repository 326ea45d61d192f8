"""Series and lists from each format, and errors that name file, row and remedy."""

from decimal import Decimal
from pathlib import Path

import pytest

from claimx.errors import SideFileError
from claimx.sources.reference import read_reference

ROW = {"date": "2029-05-04", "metric": "killed", "place": "Orsa", "value": Decimal(2187)}


@pytest.mark.parametrize(
    ("name", "content", "row"),
    [
        ("a.csv", 'date,metric,place,value\n2029-05-04,killed,Orsa,"2,187"\n', 2),
        ("b.csv", "\ufeffDate;Metric;Place;Value;Who\r\n2029-05-04;killed;Orsa;2187;\r\n;;;;\r\n", 2),
        ("c.tsv", "metric\tplace\tdate\tvalue\nkilled\tOrsa\t2029-05-04\t2187\n", 2),
        ("d.json", '[{"date": "2029-05-04", "metric": "killed", "place": "Orsa", "value": 2187}]', 1),
        ("e.jsonl", '\n{"date": "2029-05-04", "metric": "killed", "place": "Orsa", "value": "2,187"}\n', 2),
        ("f.toml", '[[figure]]\ndate = 2029-05-04\nmetric = "killed"\nplace = "Orsa"\nvalue = 2_187\n', 1),
    ],
)
def test_formats(tmp_path: Path, name: str, content: str, row: int) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (line,) = read_reference(path)
    assert line.model_dump(include=set(ROW)) == ROW
    assert (line.file, line.row) == (str(path), row)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "", "there is no row in it"),
        ("a.csv", "date,metric,place,valu\n", "row 1: the column 'valu' is not known"),
        ("a.csv", "metric,place,value\nkilled,Orsa,many\n", "row 2: value"),
        ("a.csv", "metric,place,value\nkilled,Orsa,2,187\n", "row 2: there are more cells than columns"),
        ("a.csv", 'metric,place,value\nkilled,Orsa,"12\n', "this is not CSV"),
        ("a.csv", "metric,value\nkilled,12\n", "row 2: a row needs a place or an event"),
        ("a.csv", "date,metric,place,value\n4 May,killed,Orsa,12\n", "row 2: date: '4 May' is no day"),
        ("a.csv", "date,metric,place,value\n2029-02-30,killed,Orsa,1\n", "row 2: date: '2029-02-30' is no day"),
        ("a.csv", "metric,place,value,low\nkilled,Orsa,12,13\n", "row 2: value 12 is not between low and high"),
        ("a.csv", "date,metric,place,value\n" + "2029-05-04,killed,Orsa,1\n" * 2, "row 3: row 2 is of the same figure"),
        ("a.json", "{}", "this is no array"),
        ("a.json", "[1", "this is not JSON"),
        ("a.json", '[{"metric": "killed", "place": "Orsa"}]', "row 1: value: Field required"),
        ("a.json", "[3]", "row 1: "),
        ("a.jsonl", '{"metric": "killed"\n', "a.jsonl:1: this is not JSON"),
        ("a.json", "[" * 100_000, "this is not JSON"),
        ("a.json", '[{"metric": "killed", "place": "Orsa", "value": NaN}]', "row 1: value"),
        ("a.json", '[{"metric": "killed", "place": "Orsa", "value": 1, "low": -Infinity}]', "row 1: low"),
        ("a.json", '[{"metric": "killed", "place": "Orsa", "value": ' + "9" * 5000 + "}]", "this is not JSON"),
        ("a.json", '[{"metric": "killed", "place": "Orsa", "value": ' + "9" * 100 + "}]", "row 1: value"),
        ("a.json", '[{"metric": "killed", "place": "Orsa", "value": 1e999}]', "row 1: value"),
        ("a.jsonl", '{"a":' * 100_000, "a.jsonl:1: this is not JSON"),
        ("a.csv", "metric,place,value\nkilled,Orsa,NaN\n", "row 2: value"),
        ("a.csv", "metric,place,value\nkilled,Orsa,1e999999999\n", "row 2: value"),
        ("a.csv", "metric,place,value\nkilled," + "a" * 200_000 + ",1\n", "this is not CSV"),
        ("a.toml", "[[figure]]\nmetric = 'killed'\nplace = 'Orsa'\nvalue = nan", "[[figure]] 1: value"),
        ("a.toml", "[[figure]]\nmetric = 'killed'\nplace = 'Orsa'\nvalue = 1e9999", "[[figure]] 1: value"),
        ("a.toml", "[[figures]]", "'figures' is not known"),
        ("a.xlsx", "", ".xlsx is no format of a reference"),
        ("none.csv", None, "it cannot be read"),
    ],
)
def test_errors_name_file_and_row(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SideFileError) as caught:
        read_reference(path)
    assert said in caught.value.message
    assert name in caught.value.message
    assert caught.value.remedy


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"metric,place,value\nkilled,Orsa\xff,1\n")
    with pytest.raises(SideFileError, match="not UTF-8"):
        read_reference(path)
