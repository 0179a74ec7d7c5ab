"""The documents name what there is: every page, dataset, command, measure, and every room keeps its size."""

import ast
import re

import pytest
from typer.main import get_command

from lkdash.cli import COMMANDS, app
from lkdash.cli.export import Format as TableKind
from lkdash.contracts import DATASETS, MARKS, Status
from lkdash.exports import Kind
from lkdash.exports.catalogue import TABLES
from lkdash.importers.content import OTHERS
from lkdash.importers.layout import layouts
from tests.conftest import ROOT

PAGES = sorted((ROOT / "pages").glob("*.py"))


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_readme_has_each_page_with_a_screenshot(page):
    assert f"`pages/{page.name}`" in document("README.md")
    assert f"(docs/screenshots/{page.stem}.png)" in document("README.md")
    assert (ROOT / "docs" / "screenshots" / f"{page.stem}.png").is_file()


@pytest.mark.parametrize("name", DATASETS)
def test_the_readme_has_each_dataset_with_its_grain(name: str):
    assert f"| `{name}` | {DATASETS[name].grain} |" in document("README.md")


def test_the_readme_has_each_command():
    group = get_command(app)
    for name in COMMANDS:
        assert group.get_command(None, name).name == name
        assert f"    lkdash {name}" in document("README.md")


def test_the_readme_has_each_table_and_kind_of_file():
    files = document("README.md").split("### Files")[1].split("###")[0]
    for name in TABLES:
        assert f"`{name}`" in files or name in DATASETS, name
    for kind in (*Kind, *TableKind):
        assert re.search(rf"^\| .*\b{kind}\b", files, re.MULTILINE), kind


def test_the_readme_has_each_layout():
    for name in {*layouts(), *OTHERS}:
        assert f"`{name}`" in document("README.md")


def test_the_readme_opens_with_the_two_commands():
    commands = re.findall(r"^    (.*)$", document("README.md"), re.MULTILINE)
    assert [line.split("#")[0].strip() for line in commands[:2]] == ["make run", "make test"]


def test_the_glossary_has_each_measure_as_it_is_defined(warehouse):
    glossary = document("docs/glossary.md")
    for row in warehouse.dataset("measures").to_dict("records"):
        line = f"| {row['label_nl']} | `{row['measure']}` | `{row['code']}` | {row['definition_en']} |"
        assert line in glossary


def test_the_statuses_and_their_marks_are_explained():
    for status in Status:
        assert f"| `{status}` | {f'`{MARKS[status]}`' if status in MARKS else ''}".rstrip() in document(
            "CONTRIBUTING.md"
        )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_a_short_story_that_imports_only_lkdash_and_streamlit(page):
    source = page.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    tree = ast.walk(ast.parse(source))
    names = [
        name
        for node in tree
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        )
    ]
    assert {name.split(".")[0] for name in names} <= {"lkdash", "streamlit"}


def test_every_link_in_the_documents_leads_to_a_file():
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/glossary.md"):
        for target in re.findall(r"\]\(([^)]+)\)", document(name)):
            assert target.startswith("https://") or (ROOT / name).parent.joinpath(target).exists()


def test_no_statement_is_an_expression_that_hides_a_choice():
    files = [
        file for folder in ("lkdash", "pages", "tests", "bench") for file in (ROOT / folder).rglob("*.py")
    ]
    hidden = (ast.IfExp, ast.BoolOp, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Expr) and isinstance(node.value, hidden)
    ]
    assert files
    assert not found
