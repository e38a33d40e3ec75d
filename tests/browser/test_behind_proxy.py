"""The course behind a real nginx: with TLS and a path, with and without the path passed on, and without WebSockets."""

from collections.abc import Iterator
from pathlib import Path

import parts
import pytest
from learner import COMPUTED
from playwright.sync_api import expect
from proxied import certify, running
from serving import Server, free_ports
from test_module_01 import decide, guess, mirrored

from coursetools import machine

pytestmark = pytest.mark.browser

CONF = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  map $http_upgrade $passed_on {{ default upgrade; "" ""; }}
  proxy_http_version 1.1; proxy_set_header Host $host:$server_port; proxy_set_header X-Forwarded-For $remote_addr;
  server {{
    listen 127.0.0.1:{tls} ssl; server_name localhost;
    ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
    location /kurs/ {{
      proxy_pass http://127.0.0.1:{course}/;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $passed_on;
    }}
  }}
  server {{
    listen 127.0.0.1:{whole}; server_name localhost;
    location /kurs/ {{
      proxy_pass http://127.0.0.1:{course};
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $passed_on;
    }}
  }}
  server {{
    listen 127.0.0.1:{cut}; server_name localhost;
    location /kurs/ {{ proxy_pass http://127.0.0.1:{course}; }}
  }}
}}
"""
QUESTION = ("Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
WAYS = ("tls", "whole", "cut")


@pytest.fixture(scope="module")
def ways(course_folder, tmp_path_factory) -> Iterator[dict[str, str]]:
    """Name of a way through nginx → where the course begins there."""
    parts.need(machine.NGINX)
    folder: Path = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    ports = dict(zip(WAYS, free_ports(len(WAYS)), strict=True))
    public = f"https://localhost:{ports['tls']}/kurs/"
    given = f"from functools import partial; app.run = partial(app.run, address={public!r}, trusted=['127.0.0.1'])"
    server = Server(course_folder, preamble=given)
    certify(folder / "key.pem", folder / "cert.pem")
    (folder / "nginx.conf").write_text(CONF.format(folder=folder, course=server.port, **ports))
    with running(folder / "nginx.conf", ports["tls"]):
        assert f"Für alle: {public}" in server.lines
        yield {
            way: f"http{'s' if way == 'tls' else ''}://localhost:{port}/kurs/" for way, port in ports.items()
        }
    server.stop()


@pytest.mark.parametrize("way", ["tls", "whole"])
def test_a_learner_works_through_the_proxy(page_at, ways, way):
    page = page_at(1280, ignore_https_errors=True)
    page.goto(ways[way])
    page.locator("#weiter").click()
    page.wait_for_url(f"{ways[way]}modul/*")
    page.goto(f"{ways[way]}modul/01_bewusstsein?ansicht=alles")
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, *QUESTION)
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    page.get_by_role("link", name="Quellen").first.click()
    page.wait_for_url(f"{ways[way]}quellen*")


def test_where_no_websocket_passes_the_page_says_why_to_whoever_runs_it(page_at, ways):
    page = page_at(1280)
    page.witness.forgive += ["WebSocket connection"]
    page.goto(f"{ways['cut']}modul/01_bewusstsein")
    page.locator(".fk-choice").first.click()
    notice = page.locator(".page-notice")
    expect(notice).to_contain_text("lässt keine WebSockets durch", timeout=COMPUTED)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
