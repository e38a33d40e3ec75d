/** What stands in the Kodex-Baukasten. */

/** What the check of a rule ends with. */
export const states = { held: "eingehalten", broken: "verletzt", unclear: "nicht beurteilbar" };

/** Who answers for a rule: what stands before it, and what helps to fill it in. */
export const fields = {
  zustaendig: {
    label: "Zuständig",
    /** @param {string} person */
    hint: (person) => `Zum Beispiel: ${person}`,
  },
  meldeweg: {
    label: "Meldeweg",
    hint: () => "Wo kann man einen Verstoß melden? Zum Beispiel: kodex@firma.example",
  },
};

// ---- choosing a sentence ----

export const choose = "1. Wählen Sie ein Satzmuster";

// ---- filling its blanks ----

export const editor = {
  fill: "2. Füllen Sie die Lücken",
  /** @param {number} rule */
  change: (rule) => `2. Ändern Sie Regel ${rule}`,
  noBlanks: "Dieser Satz hat keine Lücken.",
  who: "Wer kümmert sich darum? (freiwillig)",
  verdict: "So urteilt Ihre Regel",
  take: "In meinen Kodex übernehmen",
  keepChange: "Änderung speichern",
};

export const trial = {
  trying: "Die Regel wird an Beispielen ausprobiert …",
  notHere: "Hier gibt es kein Beispiel für diese Regel: Sie gilt für andere Systeme.",
  /**
   * @param {number} all examples
   * @param {number} broken how many of them break the rule
   */
  tried: (all, broken) =>
    `Ausprobiert an ${all} ${all === 1 ? "Beispiel" : "Beispielen"}: ` +
    (broken ? `${broken} von ${all} ${broken === 1 ? "verletzt" : "verletzen"} die Regel.` : "Keines verletzt die Regel."),
};

// ---- the Kodex ----

export const list = {
  title: "Unser KI-Kodex",
  /** @param {number} rules */
  mine: (rules) => (rules ? `Mein Kodex: ${rules} ${rules === 1 ? "Regel" : "Regeln"}` : "Mein Kodex"),
  name: "Name des Kodex",
  /** @param {string} name of a package that is not here */
  absentTitle: (name) => `Regel aus dem Paket „${name}“`,
  /** @param {string} name */
  absent: (name) =>
    `Das Paket „${name}“ ist hier nicht installiert. Die Regel bleibt, wie sie ist, und prüft so lange nichts.`,
  empty: "Noch leer. Wählen Sie oben ein Satzmuster, oder beginnen Sie mit einem Beispiel.",
  undo: "Rückgängig machen",
  undone: "Rückgängig gemacht.",
  useExample: "Mit einem Beispiel-Kodex beginnen",
  addExample: "Beispiel-Kodex dazunehmen",
  exampleLoaded: "Der Beispiel-Kodex ist geladen. Er ist noch nicht gut: Ändern Sie ihn, bis er zu Ihnen passt.",
  open: "Kodex-Datei öffnen",
  opened: "Die Kodex-Datei ist geöffnet.",
  tooLarge: "Diese Datei ist zu groß für einen Kodex. Wählen Sie bitte eine andere.",
  nobody: "Noch niemand zuständig",
  fromExample: "Aus dem Beispiel. Noch zu prüfen.",
  up: "nach oben",
  down: "nach unten",
  change: "ändern",
  confirm: "bestätigen",
  remove: "entfernen",
  /** @param {number} rule */
  rule: (rule) => `Regel ${rule}`,
  /** @param {number} place */
  moved: (place) => `Die Regel steht jetzt an Stelle ${place}.`,
  /** @param {number} rule */
  confirmed: (rule) => `Regel ${rule} gilt jetzt für uns.`,
  /** @param {number} rule */
  removed: (rule) => `Regel ${rule} ist entfernt.`,
  /** @param {number} rule */
  added: (rule) => `Regel ${rule} steht jetzt in Ihrem Kodex.`,
  /** @param {number} rule */
  changed: (rule) => `Regel ${rule} ist geändert.`,
  /** @param {number} most */
  full: (most) => `Mehr als ${most} Regeln passen nicht in einen Kodex.`,
};
