/** What the facilitator's page knows of its workshop, and how it gives orders. It keeps nothing but its token. */

export const KEY = "fairki.leitung";
const SAID = 8000; // ms that a short message stays
const live = window.fairkiLive;
const { make, token } = live;
export const part = (id) => document.getElementById(id);
export const key = token(KEY);
/** The state, as the events tell it; the run sheet, as of `sheet.plan`; when the state came, for the clocks. */
export const room = { state: null, sheet: null, heard: 0 };
let silence = 0;

export const ask = (path, options) => live.ask(`leitung/${path}`, key, options);

// Done is a command only when the workshop itself says so, with the name that this command has.
export async function command(name, values, done) {
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  try {
    const answer = await ask("befehl", { body: { command: name, id, ...values } });
    if (answer.id !== id) throw new live.Stranger(200);
    if (done) say(done);
    return true;
  } catch (error) {
    say(error instanceof live.Refusal ? error.message : unknown(error), true);
    return false;
  }
}

// Nobody knows whether it arrived; what is true, the events say as soon as they come again.
export function unknown(error) {
  const why = error instanceof live.Stranger ? error.message : "Keine Verbindung zum Workshop.";
  return `${why} Ihr Befehl ist vielleicht nicht angekommen. Wie es steht, sehen Sie, sobald oben wieder „verbunden“ steht.`;
}

// A short message, also for screen readers; it goes by itself.
export function say(text, bad = false) {
  const said = part("said");
  said.textContent = text;
  said.classList.toggle("lead-bad", bad);
  clearTimeout(silence);
  silence = setTimeout(() => said.replaceChildren(), bad ? 2 * SAID : SAID);
}

export const steps = () => room.sheet.agenda.steps;
export const at = () => steps().findIndex((step) => step.id === room.state.position);
export const step = () => steps()[at()] || null;
export const phase = () => (step() ? room.state.phases[step().id] || null : null);
export const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
export const lacking = (number) => (number === 1 ? "fehlt noch 1 Antwort" : `fehlen noch ${number} Antworten`);
export const several = (number, one, many) => `${number} ${number === 1 ? one : many}`;
export const touched = () => Object.values(room.state.phases).some((one) => one.state !== "hidden");

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const protocol = () => download("protokoll.docx", "Das Protokoll liegt bei Ihren Downloads.");
export const cards = () => download("platzkarten.docx", "Die Platzkarten liegen bei Ihren Downloads.");

async function download(name, done) {
  try {
    const address = URL.createObjectURL(await ask(name, { type: WORD }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(done);
  } catch (error) {
    const why = error instanceof live.Refusal || error instanceof live.Stranger ? error.message : "Keine Verbindung zum Workshop.";
    say(`Die Datei ließ sich nicht laden. ${why}`, true);
  }
}
