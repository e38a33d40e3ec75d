"""The company's own pages: „Bei uns“, made of what its file says, and those that it wrote itself."""

from functools import cache

from mistune import create_markdown
from nbconvert.filters.markdown_mistune import IPythonRenderer

from coursetools.serve import de
from fairki import company

ABOUT = "bei-uns"


@cache
def titles() -> dict[str, str]:
    """Page → its name in the footer; none as long as the shipped company leads through the course."""
    firm = company.own()
    if firm is None:
        return {}
    about = {ABOUT: de.OURS} if firm.contact or firm.hand_in or firm.rules or firm.tools else {}
    return about | {key: name for key, name in company.de.PAGES.items() if key in firm.pages}


def written(key: str) -> str:
    """A page that the company wrote, as HTML; HTML in it is shown as text."""
    renderer = IPythonRenderer(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)
    made = create_markdown(renderer=renderer, plugins=["table"])(company.current().pages[key])
    return str(made)
