"""What is deployed on Kubernetes has the form that Kubernetes and the chart ask for; no cluster was there to try it.

``schemas/README.md`` says where the schemas come from.
"""

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from banks import ROOT

SCHEMAS = Path(__file__).parent / "schemas"
DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
GROUPS = {
    "apps/v1": "io.k8s.api.apps.v1",
    "v1": "io.k8s.api.core.v1",
    "policy/v1": "io.k8s.api.policy.v1",
    "networking.k8s.io/v1": "io.k8s.api.networking.v1",
}


@cache
def chart() -> tuple[dict[str, Any], dict[str, Any]]:
    """The chart's schema, and its own values."""
    read = [
        yaml.safe_load((SCHEMAS / "z2jh" / name).read_text())
        for name in ("values.schema.yaml", "values.yaml")
    ]
    return read[0], read[1]


def merged(below: Any, above: Any) -> Any:
    """Values as Helm lays one file over another."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: merged(below.get(key), value) for key, value in above.items()}}


def values() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "z2jh-values.yaml").read_text(encoding="utf-8"))


def kinds() -> list[dict[str, Any]]:
    return [one for path in MANIFESTS for one in yaml.safe_load_all(path.read_text(encoding="utf-8"))]


def containers() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    pods = [one["spec"]["template"]["spec"] for one in kinds() if "template" in one.get("spec", {})]
    return [(pod, container) for pod in pods for container in pod["containers"]]


def complaints(schema: dict[str, Any], value: Any) -> list[str]:
    found = jsonschema.Draft7Validator(schema).iter_errors(value)
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message}" for one in found]


def test_the_chart_takes_the_values():
    schema, own = chart()
    assert complaints(schema, merged(own, values())) == []


@pytest.mark.parametrize(
    "path, wrong",
    [
        (("cull", "timeout"), "eine Stunde"),
        (("singleuser", "speicher"), "2G"),
        (("singleuser", "uid"), "niemand"),
    ],
)
def test_the_schema_would_say_what_is_wrong(path, wrong):
    schema, own = chart()
    broken = copy.deepcopy(merged(own, values()))
    broken[path[0]][path[1]] = wrong
    assert complaints(schema, broken)


def test_places_are_limited_culled_and_kept_in_stock():
    said = values()
    assert said["cull"]["enabled"] and said["scheduling"]["userPlaceholder"]["replicas"] > 0
    assert {"guarantee", "limit"} <= said["singleuser"]["memory"].keys() & said["singleuser"]["cpu"].keys()


@pytest.mark.parametrize("one", kinds(), ids=lambda one: f"{one['kind']}-{one['metadata']['name']}")
def test_kubernetes_takes_each_manifest(one):
    definitions = json.loads((SCHEMAS / "kubernetes-1.34.json").read_text())["definitions"]
    name = f"{GROUPS[one['apiVersion']]}.{one['kind']}"
    assert complaints({"$ref": f"#/definitions/{name}", "definitions": definitions}, one) == []


def test_a_field_that_kubernetes_does_not_know_is_found():
    definitions = json.loads((SCHEMAS / "kubernetes-1.34.json").read_text())["definitions"]
    one = copy.deepcopy(next(one for one in kinds() if one["kind"] == "StatefulSet"))
    one["spec"]["template"]["spec"]["containers"][0]["reddinessProbe"] = {}
    assert complaints(
        {"$ref": "#/definitions/io.k8s.api.apps.v1.StatefulSet", "definitions": definitions}, one
    )


def test_nothing_runs_as_root_or_writes_into_its_image():
    assert containers()
    for pod, container in containers():
        allowed = container["securityContext"]
        assert pod["securityContext"]["runAsNonRoot"] and not pod["automountServiceAccountToken"]
        assert allowed["readOnlyRootFilesystem"] and not allowed["allowPrivilegeEscalation"]
        assert allowed["capabilities"] == {"drop": ["ALL"]} and "memory" in container["resources"]["limits"]


def test_the_entrance_knows_each_process_and_sends_pages_as_nginx_does_elsewhere():
    (config,) = [one["data"]["default.conf"] for one in kinds() if one["kind"] == "ConfigMap"]
    for one in kinds():
        if one["kind"] == "StatefulSet":
            name = one["metadata"]["name"]
            wanted = {f"{name}-{number}.{name}" for number in range(one["spec"]["replicas"])}
            assert set(re.findall(rf"server ({name}-\d+\.{name})\.", config)) == wanted
    elsewhere = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for line in config.splitlines():
        if "besuch|verlassen" in line or "proxy_next_upstream" in line or "hash $" in line:
            assert line.strip() in elsewhere + (DEPLOY / "nginx-ziele.conf").read_text(encoding="utf-8")


def test_pods_are_called_as_the_program_understands_it():
    from typer.main import get_command

    from coursetools import cli

    for _, container in containers():
        if "args" in container:
            verb, *rest = [word for text in container["args"] for word in text.split("=", 1)]
            command = get_command(cli.app).commands[verb]
            command.make_context(verb, rest, resilient_parsing=False)


def test_images_have_the_version_of_the_course():
    version = re.search(r'version = "([^"]+)"', (ROOT / "course.toml").read_text(encoding="utf-8"))[1]
    assert values()["singleuser"]["image"]["tag"] == version
    ours = [one["image"] for _, one in containers() if "/fairki:" in one["image"]]
    assert ours and all(image.endswith(f":{version}") for image in ours)
