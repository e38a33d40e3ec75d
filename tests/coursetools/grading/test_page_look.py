"""A stranger's text becomes harmless HTML."""

import re

import pytest

from coursetools.grading import harmless


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        'Text <img src="x" onerror="alert(1)">',
        "![Bild](http://example.com/zaehlpixel.png)",
        "[Klick](javascript:alert(1))",
        "[Klick](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        '<iframe src="http://example.com"></iframe>',
        '<div id="f1" class="score" style="position:fixed" onclick="alert(1)">x</div>',
        "# f1",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        '<form action="http://example.com"><button>Weiter</button></form>',
        "$$\\href{javascript:alert(1)}{x}$$ <math><mtext><script>alert(1)</script></mtext></math>",
        "> " * 3000 + "tief",
    ],
    ids=range(13),
)
def test_nothing_in_an_answer_acts_loads_or_poses(source):
    tags = re.findall(r"<[^>]*>", harmless.markdown(source))
    assert all(re.fullmatch(r'</?[a-z0-9]+( href="(https?|mailto):[^"]*")?>', tag) for tag in tags), tags
    assert not {"<script>", "<img>", "<iframe>", "<svg>", "<form>", "<math>"} & set(tags)


def test_ordinary_markdown_looks_as_meant():
    html = harmless.markdown(
        "## Regel\n\n**Fett**, *schräg*, `code`\n\n- a\n- b\n\n| x |\n|---|\n| 1 < 2 |\n\n[Quelle](https://example.org)"
    )
    for part in (
        "<h2>",
        "<strong>Fett</strong>",
        "<em>",
        "<code>",
        "<li>a</li>",
        "<td>1 &lt; 2</td>",
        'href="https://example.org"',
    ):
        assert part in html
