"""What lawyers and security people ask for: the bill of materials, and the licences of all libraries in the archive."""

import csv
import email.parser
import hashlib
import io
import json
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import Any

from packaging.utils import parse_wheel_filename

from coursetools import installed
from coursetools.paket import de

BILL = "sbom.cdx.json"
LIST = "lizenzen.csv"
_TEXTS = re.compile(
    r"[^/]+\.dist-info/(licenses/.+|(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*)", re.IGNORECASE
)


@dataclass(frozen=True)
class Paper:
    """What a wheel says of itself: its name and version, its licence in a word, and the texts of it by their names."""

    wheel: str
    name: str
    version: str
    licence: str
    texts: dict[str, bytes]
    is_expression: bool


def read(wheel: str, content: bytes) -> Paper:
    """What stands in a wheel."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        (metadata,) = [name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)]
        said = email.parser.BytesParser().parsebytes(archive.read(metadata), headersonly=True)
        texts = {name.partition("/")[2]: archive.read(name) for name in names if _TEXTS.fullmatch(name)}
    name, version = parse_wheel_filename(wheel)[:2]
    expression = "License-Expression" in said
    licence = installed.licence(said)  # type: ignore[arg-type]  # a Message has all that a PackageMetadata has
    return Paper(wheel, str(name), str(version), licence, texts, expression)


def licences(papers: list[Paper], sizes: dict[str, int]) -> dict[str, bytes]:
    """The list of all licences, and the texts: path in the archive → bytes."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\n")
    rows.writerow(["Bibliothek", "Fassung", "Bytes", "Lizenz"])
    rows.writerows([one.name, one.version, sizes[one.wheel], one.licence] for one in papers)
    found = {LIST: text.getvalue().encode("utf-8-sig")}  # spreadsheets take it for Latin-1 else
    for one in papers:
        for name, content in one.texts.items():
            found[f"{de.LICENCES}/{one.name}-{one.version}/{name.removeprefix('licenses/')}"] = content
    return found


def bill(whole: dict[str, Any], papers: list[Paper], digests: dict[str, str], version: str) -> bytes:
    """The bill of materials of one archive, out of uv's bill of the whole lock file.

    Only what is in the archive stays, each with its wheel, that wheel's hash, and its licence. The same archive has the
    same bill: no time, and a number made of what it says.
    """
    by_name = {(one.name, one.version): one for one in papers}
    kept, refs = [], {whole["metadata"]["component"]["bom-ref"]}
    for component in whole["components"]:
        paper = by_name.get((component["name"], component.get("version", "")))
        if paper is None:
            continue
        refs.add(component["bom-ref"])
        wheel = {
            "type": "distribution",
            "url": f"wheels/{paper.wheel}",
            "hashes": [_hash(digests[paper.wheel])],
        }
        told = {"expression": paper.licence} if paper.is_expression else {"license": {"name": paper.licence}}
        kept.append(
            {
                **{name: component[name] for name in ("type", "bom-ref", "name", "version", "purl")},
                "hashes": [_hash(digests[paper.wheel])],
                "licenses": [told],
                "externalReferences": [wheel],
            }
        )
    depends = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
        for one in whole["dependencies"]
        if one["ref"] in refs
    ]
    course = {**whole["metadata"]["component"], "type": "application", "version": version}
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": whole["specVersion"],
        "version": 1,
        "metadata": {"tools": whole["metadata"]["tools"], "component": course},
        "components": kept,
        "dependencies": depends,
    }
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    made["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}"
    return json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False).encode()


def _hash(digest: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": digest}
