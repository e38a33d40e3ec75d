/** What earlier versions kept: every answer is still there, and none is kept in the words in which it is shown. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { upToDate, VERSION } from "../../fairki/web/migrations.js";
import { browser } from "./stand_ins.mjs";

const KEPT = new URL("../kept/", import.meta.url);
const VERSIONS = readdirSync(KEPT).filter((name) => !name.includes(".md"));
const storeOf = (version) => readFileSync(new URL(`${version}/store.json`, KEPT), "utf8");
const ofVersion1 = (answers) => ({ version: 1, answers, progress: {}, last: null });
const moved = (answers) => upToDate(ofVersion1(answers)).answers;

for (const version of VERSIONS) {
  test(`the store of ${version} has today's version, and every answer that it had`, () => {
    const before = JSON.parse(storeOf(version));
    const after = upToDate(before);
    assert.equal(after.version, VERSION);
    assert.deepEqual(Object.keys(after.answers), Object.keys(before.answers));
    const changed = Object.keys(before.answers).filter(
      (key) => JSON.stringify(before.answers[key]) !== JSON.stringify(after.answers[key]),
    );
    assert.deepEqual(changed.toSorted(), ["00.beispiel", "03.steckbriefe", "07.grundsatz"]);
    assert.deepEqual(after.answers["00.beispiel"], ["betrieb"]);
    assert.deepEqual(after.answers["03.steckbriefe"], { schichtplan: { verantwortlich: "person", einspruch: 14 } });
    assert.equal(after.answers["07.grundsatz"], "teilhabe");
    assert.deepEqual([after.progress, after.last], [before.progress, before.last]);
  });

  test(`a browser with the store of ${version} goes on with it, and a file of that version can be loaded`, async () => {
    globalThis.localStorage = undefined;
    browser();
    localStorage.setItem("fairki", storeOf(version));
    const store = await import(`../../fairki/web/store.js?${Math.random()}`);
    const wanted = upToDate(JSON.parse(storeOf(version)));
    assert.deepEqual(store.read(), wanted);
    assert.equal(store.unseen(), null);
    store.set("01.spiegel", "gleich");
    assert.deepEqual(JSON.parse(localStorage.fairki), {
      ...wanted,
      answers: { ...wanted.answers, "01.spiegel": "gleich" },
    });
    assert.deepEqual(store.parse(storeOf(version)), wanted);
  });
}

test("a box without a tick stays without one", () => {
  for (const given of [null, [], "x"]) assert.deepEqual(moved({ "00.beispiel": given }), { "00.beispiel": given });
});

test("every word of version 1 has its id, and what is no such word stays", () => {
  const words = [
    ["verantwortlich", "eine Person mit Namen", "person"],
    ["verantwortlich", "nur eine Abteilung", "abteilung"],
    ["verantwortlich", "niemand", "niemand"],
    ["lernziel", "eigene frühere Entscheidungen", "entscheidungen"],
    ["lernziel", "Ersatzgröße wie Kosten oder Aufwand", "ersatzgroesse"],
    ["lernziel", "tatsächliches Ergebnis", "ergebnis"],
    ["mensch", "keiner", "keiner"],
    ["mensch", "bei knappen Fällen", "knappe"],
    ["mensch", "bei allen Fällen", "alle"],
    ["hinweis", "keiner", "keiner"],
    ["hinweis", "nur im Kleingedruckten", "kleingedruckt"],
    ["hinweis", "mit der Entscheidung", "mit"],
    ["hinweis", "vor der Entscheidung", "vor"],
    ["begruendung", "keine", "keine"],
    ["begruendung", "allgemein", "allgemein"],
    ["begruendung", "persönlich", "persoenlich"],
    ["einspruch", 0, 0],
    ["liste", "nein", "nein"],
    ["mensch", "constructor", "constructor"],
    ["anderes", "bei allen Fällen", "bei allen Fällen"],
  ];
  for (const [question, word, id] of words) {
    const answers = { "03.steckbriefe": { leads: { [question]: word } } };
    assert.deepEqual(moved(answers), { "03.steckbriefe": { leads: { [question]: id } } });
  }
  const principles = { Menschenzentrierung: "menschen", "Abwägung der Nutzung": "abwaegen", Kompetenzen: "kompetenzen" };
  for (const [word, id] of Object.entries(principles)) {
    assert.deepEqual(moved({ "07.grundsatz": word }), { "07.grundsatz": id });
  }
});

test("answers of a form that no version had are left to their blocks", () => {
  for (const odd of [{ "03.steckbriefe": [] }, { "03.steckbriefe": { leads: "alle" } }, { "07.grundsatz": 7 }, {}]) {
    assert.deepEqual(moved(odd), odd);
  }
});

test("data of today, of a newer version and of nobody stay as they are", () => {
  const today = { ...ofVersion1({ "07.grundsatz": "Kompetenzen" }), version: VERSION };
  for (const data of [today, { ...today, version: VERSION + 1 }, { ...today, version: 0 }, [], "hallo", null]) {
    assert.equal(upToDate(data), data);
  }
});

test("the occasion of a changed rule becomes an id, and what somebody else wrote there stays", () => {
  const kodex = { titel: "Unser KI-Kodex", regeln: [{ muster: "hinweis", angaben: {} }] };
  const own = { ...kodex, titel: "Unser Kodex" };
  const words = ["Einspruch von Aylin Demir", "Einspruch von Katrin Lorenz", "Einspruch von Sofia Wagner", "Einspruch von Jan Petersen", "", "Eigener Anlass"];
  const ids = ["direkt", "stellvertreter", "unbegruendet", "datenfehler", "", "Eigener Anlass"];
  const history = (occasions, first) => ({
    beginn: { tag: "2026-10-01", kodex: first },
    aenderungen: occasions.map((anlass) => ({ tag: "2026-11-02", anlass, warum: "So.", kodex: own })),
  });
  const { titel, ...untitled } = kodex;
  assert.deepEqual(moved({ "05.kodex.geschichte": history(words, kodex) }), { "05.kodex.geschichte": history(ids, untitled) });
  for (const damaged of [null, "x", {}, { beginn: 3, aenderungen: [null, "x", 3] }, { aenderungen: "keine" }]) {
    assert.deepEqual(moved({ "05.kodex.geschichte": damaged }), { "05.kodex.geschichte": damaged });
  }
});

test("a Kodex keeps its name only if it is its own", () => {
  const rules = { regeln: [{ muster: "hinweis", angaben: {} }] };
  assert.deepEqual(moved({ "02.kodex": { titel: "Unser KI-Kodex", ...rules } }), { "02.kodex": rules });
  for (const other of [{ titel: "Unser Kodex", ...rules }, rules, null, "x"]) {
    assert.deepEqual(moved({ "02.kodex": other }), { "02.kodex": other });
  }
});
