"""Where libraries come from: a company's index, a folder of wheels, or PyPI, as pip and uv are told of it.

Standard library only: ``build_course.py`` loads this file by its path, before anything is installed.
"""

import base64
import configparser
import hashlib
import http.client
import json
import netrc
import os
import platform
import re
import ssl
import sys
import sysconfig
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

PYPI = "https://pypi.org/simple"
WHEELS = "wheels"
"""The folder of an archive that ``build_course.py paket`` made, beside build_course.py."""
PATIENCE = 120
"""Seconds until a server that says nothing is given up."""
_JSON, _HTML = "application/vnd.pypi.simple.v1+json", "text/html"

FAILED = (OSError, ValueError, KeyError, TypeError, http.client.HTTPException)
"""What an index that breaks off, or answers in some odd way, leads to."""


class NotThereError(Exception):
    """A file cannot be had from any source; says what was heard last, without passwords."""


class OtherFileError(Exception):
    """What a source gives under a name is not the file that is meant."""


@dataclass(frozen=True)
class File:
    """A file of the lock file: the library it belongs to, its address on PyPI, the SHA-256 of its bytes."""

    library: str
    url: str
    sha256: str

    @property
    def name(self) -> str:
        """As it is called wherever it lies."""
        return unquote(urlsplit(self.url).path.rsplit("/", 1)[-1])


@dataclass(frozen=True)
class Link:
    """A file that an index offers; ``yanked`` says whether its makers took it back."""

    name: str
    url: str
    yanked: bool


@dataclass(frozen=True)
class Sources:
    """Where to ask, in this order: the folders, then the indexes.

    Attributes:
        folders: folders of wheels, or addresses of pages that link to some.
        indexes: addresses of indexes (PEP 503), the chief one first; PyPI if nobody named one.
        offline: whether nothing may be asked of the network.
        certificate: a file of certificates to trust; "" for those of the system.
        insecure: hosts whose certificate nobody checks, because somebody said so.
        proxy: address of a proxy that the environment does not name itself, or "".
    """

    folders: tuple[str, ...] = ()
    indexes: tuple[str, ...] = (PYPI,)
    offline: bool = False
    certificate: str = ""
    insecure: tuple[str, ...] = ()
    proxy: str = ""

    @property
    def is_named(self) -> bool:
        """Whether somebody named another index than PyPI."""
        return self.indexes != (PYPI,)

    def for_uv(self, environment: Mapping[str, str]) -> dict[str, str]:
        """``environment``, in which uv finds these sources; addresses with passwords stay off the command line."""
        told = {
            name: value
            for name, value in environment.items()
            if name not in ("UV_INDEX_URL", "UV_EXTRA_INDEX_URL")
        }
        told["UV_FIND_LINKS"] = ",".join(self.folders)
        if self.offline:
            told.update(UV_OFFLINE="1", UV_NO_INDEX="1")
            for name in ("UV_DEFAULT_INDEX", "UV_INDEX"):
                told.pop(name, None)
        else:
            chief, *more = self.indexes
            if chief != PYPI:
                told["UV_DEFAULT_INDEX"] = chief
            if more:
                told["UV_INDEX"] = " ".join(more)
                told.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")  # the hashes say what is right
        if self.certificate:
            told["SSL_CERT_FILE"] = self.certificate
        elif _has_own_certificates():
            told.setdefault("UV_SYSTEM_CERTS", "true")
        if self.insecure:
            told["UV_INSECURE_HOST"] = " ".join(self.insecure)
        if self.proxy:
            told.update(HTTPS_PROXY=self.proxy, HTTP_PROXY=self.proxy)
        return {name: value for name, value in told.items() if value or name in environment}

    def fetch(self, file: File, patience: float = PATIENCE) -> bytes:
        """The bytes of ``file``: out of a folder, else from the index that somebody named, else from its own address.

        Raises:
            NotThereError: no source has it.
            OtherFileError: a source has another file under its name, and none has the right one.
        """
        last: Exception = NotThereError(f"{file.name}: offline")
        for address in self._addresses(file, patience):
            try:
                content = self._read(address, patience)[0]
            except FAILED as error:
                if not isinstance(last, OtherFileError):
                    last = NotThereError(f"{without_password(address)}: {error}")
                continue
            if hashlib.sha256(content).hexdigest() == file.sha256:
                return content
            last = OtherFileError(without_password(address))
        raise last

    def offered(self, library: str, patience: float = PATIENCE) -> list[Link]:
        """All files of a library that the indexes offer.

        Raises:
            NotThereError: no index answers, or none knows the library.
        """
        last, found = "", []
        for index in self.indexes if not self.offline else ():
            address = f"{index.rstrip('/')}/{normalized(library)}/"
            try:
                found += self._links(address, patience)
            except FAILED as error:
                last = f"{without_password(address)}: {error}"
        if not found:
            raise NotThereError(last or f"{library}: offline")
        return found

    def _addresses(self, file: File, patience: float) -> Iterator[str]:
        for folder in self.folders:
            if (path := local(folder)) is None:
                if not self.offline:
                    yield from self._named(file, folder, patience)
            elif (path / file.name).is_file():
                yield (path / file.name).resolve().as_uri()
        if self.offline:
            return
        if not self.is_named:
            yield file.url
            return
        for index in self.indexes:
            if index == PYPI:
                yield file.url
            else:
                yield from self._named(file, f"{index.rstrip('/')}/{normalized(file.library)}/", patience)

    def _named(self, file: File, page: str, patience: float) -> Iterator[str]:
        try:
            yield from (link.url for link in self._links(page, patience) if link.name == file.name)
        except FAILED:
            yield page  # asked once more, so that its own words are told

    def _links(self, page: str, patience: float) -> list[Link]:
        if (path := local(page)) is not None:  # an index on a disk
            page = path.resolve().as_uri() + "/index.html"
        content, kind, base = self._read(page, patience)
        text = content.decode("utf-8", "replace")
        found = of_json(json.loads(text)) if kind == _JSON else _of_html(text)
        return [
            Link(link.name, _with_login(urljoin(base, urldefrag(link.url).url), page), link.yanked)
            for link in found
        ]

    def _read(self, address: str, patience: float) -> tuple[bytes, str, str]:
        """The bytes at an address, their kind, and where they were found at last."""
        bare, login = _login(address)
        request = urllib.request.Request(bare, headers={"Accept": f"{_JSON}, {_HTML};q=0.5, */*;q=0.1"})
        if login and urlsplit(bare).scheme != "file":
            request.add_unredirected_header(
                "Authorization", "Basic " + base64.b64encode(login.encode()).decode()
            )
        handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=self._tls(bare))]
        if self.proxy:
            handlers.append(urllib.request.ProxyHandler({"http": self.proxy, "https": self.proxy}))
        with urllib.request.build_opener(*handlers).open(request, timeout=patience) as answer:
            return answer.read(), answer.headers.get_content_type(), answer.geturl()

    def _tls(self, address: str) -> ssl.SSLContext:
        certificate = self.certificate if os.path.isfile(self.certificate) else None
        trusted = urlsplit(address).hostname in {host.rsplit(":", 1)[0] for host in self.insecure}
        return _context(certificate, trusted)


@cache  # reading all certificates takes as long as an index needs to answer
def _context(certificate: str | None, trusted: bool) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=certificate)
    if trusted:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def named(environment: Mapping[str, str], root: str | Path, alone: bool = True) -> Sources:
    """The sources that an archive, the environment or pip's settings name; uv's word counts before pip's.

    Args:
        environment: the environment of the process.
        root: the folder of the course; what lies in its folder `WHEELS` is taken first.
        alone: whether that folder, where it is, has all that is needed, so that nobody else is asked.
    """
    pip = _pip_settings(environment)
    own = Path(root) / WHEELS
    folders = [*environment.get("UV_FIND_LINKS", "").split(","), *pip.get("find-links", "").split()]
    chief = (
        environment.get("UV_DEFAULT_INDEX") or environment.get("UV_INDEX_URL") or pip.get("index-url") or PYPI
    )
    more = [environment.get(name, "") for name in ("UV_INDEX", "UV_EXTRA_INDEX_URL")] + [
        pip.get("extra-index-url", "")
    ]
    archive = own.is_dir()
    no_index = [
        environment.get("UV_NO_INDEX", ""),
        environment.get("UV_OFFLINE", ""),
        pip.get("no-index", ""),
    ]
    proxies = [environment.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")]
    return Sources(
        folders=tuple(_unique(([str(own)] if archive else []) + [one.strip() for one in folders])),
        indexes=tuple(_unique(_bare(one) for one in [chief, *" ".join(more).split()])),
        offline=(archive and alone) or any(_is_yes(word) for word in no_index),
        certificate=environment.get("SSL_CERT_FILE")
        or pip.get("cert", "")
        or environment.get("REQUESTS_CA_BUNDLE", ""),
        insecure=tuple(
            _unique([*environment.get("UV_INSECURE_HOST", "").split(), *pip.get("trusted-host", "").split()])
        ),
        proxy="" if any(proxies) else pip.get("proxy", ""),
    )


def files(packages: list[dict[str, Any]], library: str) -> list[File]:
    """The wheels of a library in the packages of a lock file."""
    return [
        File(library, wheel["url"], wheel["hash"].partition(":")[2])
        for package in packages
        if package["name"] == library
        for wheel in package.get("wheels", [])
    ]


def runs_here(wheel: str) -> bool:
    """Whether a program in a wheel, such as uv, runs on this machine, by the wheel's name."""
    machine = platform.machine().lower()
    if sys.platform == "win32":
        tags: tuple[str, ...] = ("win32" if machine == "x86" else f"win_{machine}",)
    elif sys.platform == "darwin":
        tags = ("macosx", "_" + machine)
    else:
        musl = "musl" in (sysconfig.get_config_var("HOST_GNU_TYPE") or "")
        tags = ("musllinux" if musl else "manylinux", "_" + machine)
    return all(tag in wheel.lower() for tag in tags)


def normalized(library: str) -> str:
    """A library's name as all indexes write it."""
    return re.sub(r"[-_.]+", "-", library).lower()


def without_password(address: str) -> str:
    """An address as it may be shown."""
    return re.sub(r"(?<=://)[^/\s]*@", "", address)


def local(address: str) -> Path | None:
    """The folder that an address of pip or uv means, or None if it is one of the network."""
    if re.match(r"https?://", address):
        return None
    if address.startswith("file:"):
        return Path(urllib.request.url2pathname(urlsplit(address).path))
    return Path(address)


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        says = dict(attrs)
        if tag == "a" and (url := says.get("href")):
            name = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
            self.found.append(Link(name, url, "data-yanked" in says))


def _of_html(text: str) -> list[Link]:
    parser = _Anchors()
    parser.feed(text)
    return parser.found


def of_json(page: dict[str, Any]) -> list[Link]:
    """What the page of a library says that comes as JSON (PEP 691)."""
    return [Link(one["filename"], one["url"], bool(one.get("yanked"))) for one in page["files"]]


def _login(address: str) -> tuple[str, str]:
    """An address without its name and password, and these as they are sent; they may stand in ~/.netrc, too."""
    parts = urlsplit(address)
    if "@" in parts.netloc:
        login, _, host = parts.netloc.rpartition("@")
        return parts._replace(netloc=host).geturl(), unquote(login)
    try:
        kept = netrc.netrc().authenticators(parts.hostname or "")
    except (OSError, netrc.NetrcParseError):
        kept = None
    return address, f"{kept[0]}:{kept[2]}" if kept else ""


def _with_login(url: str, page: str) -> str:
    """Files beside a page are asked for as the page was."""
    of_page, of_url = urlsplit(page), urlsplit(url)
    there, here = (of_page.scheme, of_page.netloc.rpartition("@")[2]), (of_url.scheme, of_url.netloc)
    if "@" not in of_page.netloc or there != here:
        return url
    return of_url._replace(netloc=of_page.netloc).geturl()


def _pip_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """What pip's files and its variables say, the later one instead of the earlier one, as pip itself reads them."""
    read = configparser.RawConfigParser()
    named = environment.get("PIP_CONFIG_FILE", "")
    for path in [] if named == os.devnull else [*pip_files(environment), Path(named or os.devnull)]:
        try:
            read.read(path, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue  # pip will say so itself to whoever uses it
    found = {
        name: value
        for part in ("global", "install")
        if read.has_section(part)
        for name, value in read.items(part)
    }
    names = ("index-url", "extra-index-url", "find-links", "no-index", "cert", "trusted-host", "proxy")
    given = {name: environment.get("PIP_" + name.upper().replace("-", "_")) for name in names}
    return {name.replace("_", "-"): value for name, value in found.items()} | {
        name: value for name, value in given.items() if value
    }


def pip_files(environment: Mapping[str, str]) -> list[Path]:
    """Where pip's settings stand, those that count most at last."""
    home = Path.home()
    if os.name == "nt":
        folders = [Path(environment.get("PROGRAMDATA", "C:\\ProgramData")) / "pip", home / "pip"]
        return [
            folder / "pip.ini"
            for folder in [*folders, Path(environment.get("APPDATA", home)) / "pip", Path(sys.prefix)]
        ]
    shared = environment.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
    everybody = [Path(one) / "pip" / "pip.conf" for one in shared if one] + [Path("/etc/pip.conf")]
    own = [
        home / ".pip" / "pip.conf",
        Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf",
    ]
    if sys.platform == "darwin":
        everybody.insert(0, Path("/Library/Application Support/pip/pip.conf"))
        own.append(home / "Library" / "Application Support" / "pip" / "pip.conf")
    return [*everybody, *own, Path(sys.prefix) / "pip.conf"]


def _has_own_certificates() -> bool:
    """Whether the system keeps certificates, among them perhaps the company's."""
    if sys.platform in ("win32", "darwin"):
        return True
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or bool(
        paths.capath and os.path.isdir(paths.capath) and os.listdir(paths.capath)
    )


def _bare(index: str) -> str:
    """uv also knows ``name=address``."""
    return re.sub(r"^[\w.-]+=(?=\w+:)", "", index.strip()).rstrip("/")


def _unique(addresses: Any) -> list[str]:
    return list(dict.fromkeys(one for one in addresses if one))


def _is_yes(word: str) -> bool:
    return word.strip().lower() in ("1", "true", "yes", "on")
