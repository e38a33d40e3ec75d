"""What a learning platform reads first: the manifest of SCORM 1.2 and 2004, and the course structure of cmi5."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from coursetools.publish.packages import SHELL, Package
from coursetools.publish.platforms import CMI5, SCORM_12, SCORM_2004
from fairki import language

CMI5_SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


@dataclass(frozen=True)
class _Scorm:
    """How the two versions differ: namespaces of packaging and of ADL, the version's name, the name of an attribute.

    ``sequencing``: the namespace of what says how a platform leads through the entries; the older version has none.
    """

    packaging: str
    adl: str
    version: str
    type: str
    sequencing: str = ""


_VERSIONS = {
    SCORM_12: _Scorm(
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "1.2",
        "scormtype",
    ),
    SCORM_2004: _Scorm(
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "2004 4th Edition",
        "scormType",
        "http://www.imsglobal.org/xsd/imsss",
    ),
}


def manifest(package: Package, files: Iterable[str]) -> bytes:
    """The manifest of a package with these files."""
    tree = _cmi5(package) if package.platform is CMI5 else _scorm(package, sorted(files))
    ElementTree.indent(tree)
    text: bytes = ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True)
    return text


def _scorm(package: Package, files: list[str]) -> Element:
    version = _VERSIONS[package.platform]
    ElementTree.register_namespace("adlcp", version.adl)
    root = Element(
        "manifest",
        {
            "identifier": f"fairki-{package.name}",
            "version": package.course.version,
            "xmlns": version.packaging,
        },
    )
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "ADL SCORM"
    SubElement(about, "schemaversion").text = version.version
    organizations = SubElement(root, "organizations", default="kurs")
    organization = SubElement(organizations, "organization", identifier="kurs")
    SubElement(organization, "title").text = package.title
    for entry in package.entries:
        names = {"identifier": f"eintrag-{entry.name}", "identifierref": "seiten"}
        item = SubElement(organization, "item", names | ({"parameters": entry.query} if entry.query else {}))
        SubElement(item, "title").text = entry.title
        # Without this a platform calls an entry completed and passed by itself, where nothing else is said of it.
        _sequencing(version, item, "deliveryControls", "completionSetByContent", "objectiveSetByContent")
    _sequencing(version, organization, "controlMode", "choice", "flow")
    resources = SubElement(root, "resources")
    # One resource for all entries: no file is listed, or lies there, twice.
    pages = SubElement(
        resources,
        "resource",
        {
            "identifier": "seiten",
            "type": "webcontent",
            f"{{{version.adl}}}{version.type}": "sco",
            "href": SHELL,
        },
    )
    for file in files:
        SubElement(pages, "file", href=file)
    return root


def _sequencing(version: _Scorm, around: Element, name: str, *allowed: str) -> None:
    if version.sequencing:
        ElementTree.register_namespace("imsss", version.sequencing)
        rules = SubElement(around, f"{{{version.sequencing}}}sequencing")
        SubElement(rules, f"{{{version.sequencing}}}{name}", dict.fromkeys(allowed, "true"))


def _cmi5(package: Package) -> Element:
    root = Element("courseStructure", xmlns=CMI5_SPACE)
    course = SubElement(root, "course", id=_iri(package, package.name))
    _said(course, package.title, package.about)
    for entry in package.entries:
        given = {"id": _iri(package, f"{package.name}/{entry.name}"), "moveOn": "Completed"}
        unit = SubElement(root, "au", given | {"launchMethod": "AnyWindow"})
        _said(unit, entry.title, entry.about)
        SubElement(unit, "url").text = f"{package.address}{SHELL}{entry.query}"
    return root


def _said(element: Element, title: str, about: str) -> None:
    for name, text in (("title", title), ("description", about)):
        SubElement(SubElement(element, name), "langstring", lang=language.chosen()).text = text


def _iri(package: Package, name: str) -> str:
    """Below the course's own address; without one, an id that stays the same in each new version."""
    if package.address:
        return f"{package.address}#{name}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'fairki/{name}')}"
