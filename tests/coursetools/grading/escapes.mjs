// What JavaScript tries that has broken out of Python: deno run … escapes.mjs FILE FOLDER PORT [open], with the flags of
// the walls. Prints as JSON how many attempts there are, and what was reached: name → a word about it. FILE lies outside
// of the FOLDER of this script; on PORT of this machine somebody listens. „open“: nothing is given up, for comparison.
const [file, folder, port, open] = Deno.args;
if (!open) await Deno.permissions.revoke({ name: "read" });

const attempts = `
const node = (name) => import("node:" + name);
const json = { with: { type: "json" } };
const plain = { with: { type: "text" } };
const imported = (source) => import("data:text/javascript," + encodeURIComponent(source));
const heard = (worker) => new Promise((yes, no) => {
  worker.onmessage = (event) => yes(event.data);
  worker.onerror = (event) => { event.preventDefault(); no(Error(event.message)); };
});
const begun = (source) => heard(new Worker("data:text/javascript," + encodeURIComponent(source), { type: "module" }));
const opened = (socket) => new Promise((yes, no) => { socket.onopen = () => yes("open"); socket.onerror = () => no(Error("no")); });
const attempts = {
  "read a file": () => Deno.readTextFileSync(file),
  "read the bundle": () => [...Deno.readDirSync(folder)].length,
  "look at a file": () => Deno.statSync(file).size,
  "read by node": async () => (await node("fs")).readFileSync(file),
  "open by node": async () => (await node("fs")).openSync(file),
  "list by node": async () => (await node("fs")).readdirSync("/"),
  "fetch a file": async () => (await fetch("file://" + file)).text(),
  "import a text": () => import(file, plain),
  "import a text of the bundle": () => import(folder + "/beside.json", json),
  "import from a module of one's own": () => imported('import t from "file://' + file + '" with { type: "text" }; export default t'),
  "import from a worker": () => begun('import t from "file://' + file + '" with { type: "text" }; postMessage(t)'),
  "read in a worker": () => begun('let t = ""; try { Deno.readTextFileSync("' + file + '"); t = "read" } catch { t = 0 } if (t) postMessage(t); else throw Error("no")'),
  "require": async () => (await node("module")).createRequire("/tmp/")(file),
  "make a worker of node": async () => {
    const worker = new (await node("worker_threads")).Worker(file);
    return new Promise((yes, no) => worker.on("online", () => yes("online")).on("error", no));
  },
  "write": () => Deno.writeTextFileSync(file + ".neu", "x"),
  "make a folder": () => Deno.mkdirSync(file + ".ordner"),
  "make a temporary file": () => Deno.makeTempFileSync(),
  "write by node": async () => (await node("fs")).writeFileSync(file + ".neu", "x"),
  "write a database": async () => new ((await node("sqlite")).DatabaseSync)(file + ".db"),
  "remove": () => Deno.removeSync(file),
  "the environment": () => JSON.stringify(Deno.env.toObject()),
  "the environment by node": async () => { const all = { ...(await node("process")).default.env }; if (!Object.keys(all).length) throw Error("empty"); return JSON.stringify(all); },
  "run": () => new Deno.Command("/bin/ls").outputSync().code,
  "run by node": async () => (await node("child_process")).execFileSync("/bin/ls"),
  "kill the grader": () => Deno.kill(Deno.ppid, "SIGCONT"),
  "kill by node": async () => (await node("process")).default.kill(Deno.ppid, 0),
  "load a library": () => Deno.dlopen("libc.so.6", {}),
  "the name of the machine": () => Deno.hostname(),
  "the name by node": async () => (await node("os")).hostname(),
  "the user by node": async () => JSON.stringify((await node("os")).userInfo()),
  "the memory of the machine": () => JSON.stringify(Deno.systemMemoryInfo()),
  "networks": () => JSON.stringify(Deno.networkInterfaces()),
  "fetch": async () => (await fetch("http://192.0.2.1/")).status,
  "connect": () => Deno.connect({ hostname: "127.0.0.1", port }),
  "listen": () => Deno.listen({ port: 0 }),
  "a socket in the file system": () => Deno.connect({ transport: "unix", path: "/tmp/x" }),
  "a WebSocket": () => opened(new WebSocket("ws://127.0.0.1:" + port)),
  "connect by node": async () => { const net = await node("net"); return new Promise((yes, no) => net.connect(port, "127.0.0.1").on("error", no).on("connect", yes)); },
  "the names of others": () => Deno.resolveDns("example.com", "A"),
  "import from the network": () => import("https://deno.land/std/version.ts"),
  "import from jsr": () => import("jsr:" + "@std/path"),
  "import from npm": () => import("npm:" + "left-pad"),
  "ask for a permission": async () => { const { state } = await Deno.permissions.request({ name: "read" }); if (state !== "granted") throw Error(state); },
  "a debugger": async () => (await node("inspector")).open(0),
  "the terminal": () => Deno.openSync("/dev/tty"),
  "code from a text": () => (0, eval)("1"),
  "a function from a text": () => new Function("return 1")(),
  "another folder": () => Deno.chdir("/"),
};
addEventListener("unhandledrejection", (event) => event.preventDefault()); // of what came too late
const found = {};
for (const [name, attempt] of Object.entries(attempts)) {
  const late = new Promise((_, no) => setTimeout(() => no(Error("late")), 3000));
  try { found[name] = String(await Promise.race([attempt(), late])).slice(0, 80); } catch { /* refused */ }
}
postMessage([Object.keys(attempts).length, found]);
`;
const given = `const file = ${JSON.stringify(file)}, folder = ${JSON.stringify(folder)}, port = ${Number(port)};`;
const worker = new Worker(URL.createObjectURL(new Blob([given, attempts], { type: "text/javascript" })), { type: "module" });
worker.onmessage = ({ data }) => {
  console.log(JSON.stringify(data));
  Deno.exit(0);
};
