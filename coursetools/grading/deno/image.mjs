// Images of a Python in WebAssembly: its memory, the libraries it has loaded, its files and open descriptors. A new
// instance that is laid out in the same way and gets the same memory goes on where the other one stood.
import { key } from "./key.mjs";
import createModule from "./pyodide.asm.js";
import { knowAddresses, layLibraries, loaded, standInsFor } from "./libraries.mjs";
import { joined } from "./store.mjs";

const PAGE = 16384;
const LEFT_OUT = new Set(["/dev", "/proc"]);
const { Instance, Module: Compiled } = WebAssembly;

export { libraries, watchLibraries } from "./libraries.mjs";

function* files(FS, node, path) {
  for (const [name, child] of Object.entries(node.contents)) {
    const at = `${path}/${name}`;
    if (LEFT_OUT.has(at)) continue;
    const { mode, mtime, ctime } = child;
    if (FS.isDir(mode)) {
      yield { path: at, mode, mtime, ctime };
      yield* files(FS, child, at);
    } else if (FS.isLink(mode)) yield { path: at, link: child.link };
    else yield { path: at, mode, mtime, ctime, size: child.usedBytes, node: child };
  }
}

/** The pages of memory that differ from those of `base` (null: from zeros), as [from, to, place in `data`]. */
function difference(heap, base) {
  const before = new Uint8Array(heap.length);
  if (base) lay(before, base);
  const [now, then] = [new Uint32Array(heap.buffer), new Uint32Array(before.buffer)];
  const runs = [];
  let size = 0;
  for (let from = 0; from < heap.length; from += PAGE) {
    const end = (from + PAGE) / 4;
    let word = from / 4;
    while (word < end && now[word] === then[word]) word++;
    if (word === end) continue;
    if (runs.at(-1)?.[1] === from) runs.at(-1)[1] += PAGE;
    else runs.push([from, from + PAGE, size]);
    size += PAGE;
  }
  return { runs, data: joined(runs.map(([from, to]) => heap.subarray(from, to))) };
}

function lay(heap, { runs, data }) {
  for (const [from, to, at] of runs) heap.set(data.subarray(at, at + to - from), from);
}

/** Make an image. `base`: the image that this instance began with and that it is stored as a difference to, or null.
 * `known`: all libraries that can be there, `key` → compiled; null: the image brings them. */
export function made(M, base, known) {
  const { FS, LDSO, wasmTable } = M;
  for (const library of loaded) library.come();
  const names = Object.entries(LDSO.loadedLibsByName);
  const places = new Map();
  const note = (exports, library) => {
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value === "function") places.set(value, [library, name]);
    }
  };
  note(M.exported, -1);
  const covered = new Uint8Array(wasmTable.length);
  const keys = new Map(known && [...known].map(([code, module]) => [module, code]));
  const codes = []; // of libraries, whether they are loaded or not
  const libs = loaded.map(({ module, memoryBase, tableBase, come }, number) => {
    const instance = come();
    note(instance.exports, number);
    covered.fill(1, tableBase, tableBase + M.getDylinkMetadata(module).tableSize);
    const some = Object.keys(instance.exports).find((name) => typeof instance.exports[name] === "function");
    const [[name, dso], ...others] = names.filter(([, dso]) => dso.exports?.[some] === instance.exports[some]);
    if (others.length) throw new Error(`${name} and ${others[0][0]} are the same library`);
    const handles = Object.keys(LDSO.loadedLibsByHandle).filter((handle) => LDSO.loadedLibsByHandle[handle] === dso);
    if (!known) codes.push(FS.readFile(name));
    const code = known ? keys.get(module) : key(codes.at(-1));
    if (!code) throw new Error(`${name} is not known`);
    return { name, handles, global: dso.global, refcount: dso.refcount, code, memoryBase, tableBase };
  });
  const addressed = new Set(Object.values(M.GOT).map(({ value }) => value));
  const nameless = []; // entries that Python itself makes when it begins
  const slots = []; // entries of the table that no library fills by itself, and that `base` does not know
  for (let slot = base ? base.table[1] : M.tableAtStart; slot < wasmTable.length; slot++) {
    const entry = covered[slot] ? null : wasmTable.get(slot);
    if (entry === null) continue;
    if (places.has(entry)) slots.push([slot, ...places.get(entry)]);
    else if (base) throw new Error(`nobody knows entry ${slot} of the table`);
    else if (!addressed.has(slot)) nameless.push(slot);
    // else it is a function of JavaScript's, such as those for pictures, which would be refused
  }
  const before = new Map(base ? JSON.parse(base.tree).map((file) => [file.path, file]) : []);
  const contents = [];
  let at = 0;
  const tree = [...files(FS, FS.root, "")].map(({ node, ...file }) => {
    if (!node) return file;
    if (LDSO.loadedLibsByName[file.path]) file.size = 0; // its code runs already; nobody reads it
    if (!known && file.size && file.path.endsWith(".so")) codes.push(node.contents.subarray(0, file.size));
    const same = before.get(file.path);
    if (same?.mtime === file.mtime && same.size === file.size) return { ...same, own: false };
    contents.push(node.contents.subarray(0, file.size));
    at += file.size;
    return { ...file, at: at - file.size, own: true };
  });
  const gotBefore = base ? JSON.parse(base.got) : {};
  const got = Object.entries(M.GOT).flatMap(([name, { value }]) => (gotBefore[name] === value ? [] : [[name, value]]));
  const byLibrary = {};
  for (const [slot, lib, name] of slots) (byLibrary[lib] ??= []).push([slot, name]);
  return {
    ...difference(M.HEAPU8, base),
    length: M.HEAPU8.length,
    libs,
    slots: Object.fromEntries(Object.entries(byLibrary).map(([lib, entries]) => [lib, JSON.stringify(entries)])),
    nameless,
    got: JSON.stringify(Object.fromEntries(got)),
    gotOfPython: JSON.stringify(Object.fromEntries(got.filter(([name]) => M.ownAddresses?.has(name)))),
    codes,
    standIns: base ? new Uint8Array(0) : standInsFor(libs, codes, slots, wasmTable.length),
    table: [M.tableAtStart, wasmTable.length],
    tree: JSON.stringify(tree),
    contents: joined(contents),
    streams: FS.streams.flatMap((stream, fd) => (stream ? [[fd, stream.path, stream.flags, stream.position]] : [])),
    folder: FS.cwd(),
    stack: M.stackSave(),
  };
}

/** A new instance that stands where `image` was made. `base` is what it was stored as a difference to, or null.
 * `device` reads and writes for descriptors 0, 1 and their copies. */
export async function restored(main, image, base, device, env) {
  const error = Symbol("error marker");
  let addresses;
  const given = {
    noImageDecoding: true,
    noAudioDecoding: true,
    noWasmDecoding: true,
    noInitialRun: true,
    API: { config: { jsglobals: {}, env, args: [] }, runtimeEnv: {}, lockFilePromise: new Promise(() => {}) },
    locateFile: (name) => name,
    preRun: [({ FS, ENV }) => {
      Object.assign(ENV, env);
      layFiles(FS, image, base);
    }],
    instantiateWasm(imports, done) {
      imports.env.Jsv_GetError_import = () => error;
      imports.env.JsvError_Check = (value) => value === error;
      refuse(imports.env);
      addresses = knowAddresses(given.GOT, image, base);
      const instance = new Instance(main, imports);
      given.exported = instance.exports;
      addresses.known();
      done(instance, main);
      return {};
    },
    print() {},
    printErr() {},
  };
  const M = await createModule(given);
  addresses.wanted();
  const { nameless, table: [tableAtStart] } = base ?? image;
  if (M.wasmTable.length !== tableAtStart + nameless.length) throw new Error("another table");
  const ofPython = nameless.map((_, place) => M.wasmTable.get(tableAtStart + place));
  M.tableAtStart = tableAtStart;
  const resize = M.LDSO.loadedLibsByName.__main__.exports.emscripten_resize_heap;
  if (M.HEAPU8.length < image.length) resize(image.length);
  if (M.HEAPU8.length !== image.length) throw new Error("another memory");
  layLibraries(M, image, base);
  nameless.forEach((slot, place) => M.wasmTable.set(slot, ofPython[place]));
  openStreams(M.FS, image.streams, device);
  if (base) lay(M.HEAPU8, base);
  lay(M.HEAPU8, image);
  M.stackRestore(image.stack);
  M._jslib_init();
  return M;
}

// What Python may call: files in memory, clocks, its own memory and libraries. All else is JavaScript's, and refused.
const ALLOWED = new Set([
  ...["_try_fcntl64", "_PyEM_TrampolineCall_JS", "_Py_CheckEmscriptenSignals_Helper", "_Py_emscripten_runtime", "__call_sighandler"],
  ...["__assert_fail", "_abort_js", "exit", "proc_exit", "environ_get", "environ_sizes_get", "_emscripten_get_progname"],
  ...["emscripten_runtime_keepalive_push", "emscripten_runtime_keepalive_pop", "_emscripten_runtime_keepalive_clear"],
  ...["clock_res_get", "clock_time_get", "emscripten_date_now", "emscripten_get_now", "random_get"],
  ...["_gmtime_js", "_localtime_js", "_mktime_js", "_timegm_js", "_tzset_js"],
  ...["emscripten_get_heap_max", "emscripten_resize_heap", "_mmap_js", "_msync_js", "_munmap_js"],
  ...["_dlopen_js", "_dlsym_js", "fd_close", "fd_fdstat_get", "fd_pread", "fd_pwrite", "fd_read", "fd_seek", "fd_sync"],
  ...["fd_write", "__syscall_chdir", "__syscall_chmod", "__syscall_dup", "__syscall_dup3", "__syscall_faccessat"],
  ...["__syscall_fadvise64", "__syscall_fallocate", "__syscall_fchdir", "__syscall_fchmod", "__syscall_fchmodat2"],
  ...["__syscall_fchown32", "__syscall_fchownat", "__syscall_fcntl64", "__syscall_fdatasync", "__syscall_fstat64"],
  ...["__syscall_fstatfs64", "__syscall_ftruncate64", "__syscall_getcwd", "__syscall_getdents64", "__syscall_ioctl"],
  ...["__syscall_lstat64", "__syscall_mkdirat", "__syscall_newfstatat", "__syscall_openat", "__syscall_pipe"],
  ...["__syscall_poll", "__syscall_readlinkat", "__syscall_renameat", "__syscall_rmdir", "__syscall_stat64"],
  ...["__syscall_statfs64", "__syscall_symlinkat", "__syscall_truncate64", "__syscall_unlinkat", "__syscall_utimensat"],
  ...["__syscall_getuid32_js", "__syscall_umask_js"],
]);
const NOT_PERMITTED = -63;
const ANSWERS = { can_run_sync_js: 0, getaddrinfo: -4, _emscripten_system: NOT_PERMITTED };

let closed = false; // an instance begins with some calls of what is refused later

/** Put refusals in the place of everything in `imports` that Python does not need, also for libraries that come later. */
function refuse(imports) {
  const known = new Map();
  for (const [name, value] of Object.entries(imports)) {
    if (typeof value !== "function" || ALLOWED.has(name)) continue;
    const refusal = refused(name);
    const guarded = (...given) => (closed ? refusal() : value(...given));
    if (!known.has(value)) known.set(value, Object.assign(guarded, { sig: value.sig }));
    imports[name] = known.get(value); // aliases stay aliases
  }
}

function refused(name) {
  if (name in ANSWERS) return () => ANSWERS[name];
  if (name.startsWith("__syscall_")) return () => NOT_PERMITTED;
  if (/^_maybe_\w+_async$/.test(name)) return () => null;
  return () => {
    throw new Error(`refused: ${name}`);
  };
}

/** Let Python call nothing of JavaScript's from now on, and load no library but these: a map of `key` → compiled. */
export function close(known) {
  closed = true;
  const Module = function (bytes) {
    const module = known.get(key(bytes));
    if (!module) throw new WebAssembly.CompileError("a foreign library");
    return module;
  };
  Module.customSections = WebAssembly.Module.customSections;
  Object.defineProperty(Module, Symbol.hasInstance, { value: (one) => one instanceof Compiled });
  WebAssembly.Module = Module;
  for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming"]) delete WebAssembly[name];
}

/** What is in a file is this instance's own as soon as somebody looks at it; most files nobody does. */
function copyWhenAsked(node, shared, { at, size }) {
  const own = (value) => {
    Object.defineProperty(node, "contents", { value, writable: true, enumerable: true, configurable: true });
    return value;
  };
  Object.defineProperty(node, "contents", {
    get: () => own(shared.slice(at, at + size)),
    set: own,
    enumerable: true,
    configurable: true,
  });
}

function layFiles(FS, image, base) {
  const { createNode } = FS.filesystems.MEMFS;
  const nodes = new Map([["", FS.root]]);
  const tree = JSON.parse(image.tree);
  for (const file of tree) {
    const cut = file.path.lastIndexOf("/");
    const [parent, name] = [nodes.get(file.path.slice(0, cut)), file.path.slice(cut + 1)];
    if (file.link) {
      FS.symlink(file.link, file.path);
      continue;
    }
    const node = parent.contents[name] ?? createNode(parent, name, file.mode, 0);
    nodes.set(file.path, node);
    if (file.size === undefined) continue;
    copyWhenAsked(node, (file.own ? image : base).contents, file);
    node.usedBytes = file.size;
  }
  for (const { path, mtime, ctime } of tree) {
    const node = nodes.get(path);
    if (node) Object.assign(node, { mtime, ctime, atime: mtime });
  }
  FS.chdir(image.folder);
}

function openStreams(FS, streams, device) {
  const number = FS.makedev(200, 0);
  FS.registerDevice(number, device);
  for (const name of ["stdin", "stdout", "stderr"]) {
    FS.unlink(`/dev/${name}`);
    FS.mkdev(`/dev/${name}`, 0o666, number);
  }
  FS.streams.length = 0;
  for (const [fd, path, flags, position] of streams) {
    const stream = FS.open(path, flags);
    FS.streams[stream.fd] = null;
    Object.assign(stream, { fd, position });
    FS.streams[fd] = stream;
  }
}

/** Bring memory, stack and streams back to where `image` was made; what has grown meanwhile becomes zeros. False: it
 * cannot be done, because more than these has changed. */
export function reset(M, image, base) {
  const { FS } = M;
  const known = new Map(image.streams.map(([fd, path, , position]) => [fd, [path, position]]));
  const open = FS.streams.flatMap((stream, fd) => (stream ? [fd] : []));
  if (open.length !== known.size || !open.every((fd) => known.get(fd)?.[0] === FS.streams[fd].path)) return false;
  for (const fd of open) [, FS.streams[fd].position] = known.get(fd);
  FS.chdir(image.folder);
  let at = 0;
  for (const [from, to] of base.runs) {
    M.HEAPU8.fill(0, at, from);
    at = to;
  }
  M.HEAPU8.fill(0, at);
  lay(M.HEAPU8, base);
  lay(M.HEAPU8, image);
  M.stackRestore(image.stack);
  return true;
}
