"""Learning platforms: the three ways to speak with one, and the scripts of others that know how."""

from dataclasses import dataclass

from coursetools.publish.packing import Licence
from coursetools.publish.supply import Piece, Supply


@dataclass(frozen=True)
class Library:
    """A script of others: a module as a browser loads it, and what it may be used for."""

    content: str
    licence: Licence


@dataclass(frozen=True)
class Platform:
    """One way.

    Attributes:
        kind: how the shell calls it (``lms_scorm.js``).
        manifest: the name of the file that the platform reads first.
        script: the shell's script, below ``coursetools/serve/static``.
        elsewhere: whether the platform may be at another address than the course.
    """

    kind: str
    manifest: str
    script: str
    elsewhere: bool = False


SCORM_12 = Platform("1.2", "imsmanifest.xml", "lms_scorm.js")
SCORM_2004 = Platform("2004", "imsmanifest.xml", "lms_scorm.js")
CMI5 = Platform("cmi5", "cmi5.xml", "lms_cmi5.js", elsewhere=True)

PIPWERKS = Piece(
    "pipwerks-scorm-api-wrapper-0.1.2.tgz",
    "cd42da5571d1a88dd6dedba507a6c78bcb5d8930123f2247fc17a60e45274ad8",
    "pipwerks-scorm-api-wrapper@0.1.2",
)
XAPI_CMI5 = Piece(
    "xapi-cmi5-1.4.0.tgz",
    "1cd5b1b5373837c8327f487b65f1628feb26c9b548020edb86802ee52edd67bf",
    "@xapi/cmi5@1.4.0",
)
_LICENCE = "MIT-style license: http://pipwerks.mit-license.org/"
"""As the script itself says; its package has no text."""


def library(platform: Platform, supply: Supply) -> Library:
    """What the shell needs to speak with ``platform``.

    Raises:
        SetupError: it cannot be had.
        BadFileError: a file in the supply's folder is another one.
    """
    if platform is CMI5:
        files = supply.package(XAPI_CMI5, ("dist/Cmi5.esm.js", "LICENSE.md"))
        script, words = (content.decode() for content in files.values())
        return Library(script, Licence("@xapi/cmi5", "1.4.0", "MIT", words))
    (content,) = supply.package(PIPWERKS, ("index.js",)).values()
    wrapped = f"const exports = {{}};\n{content.decode()}\nexport default exports;\n"  # made for Node
    return Library(wrapped, Licence("pipwerks-scorm-api-wrapper", "0.1.2", "ISC, MIT", _LICENCE))
