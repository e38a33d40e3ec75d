// Images of a Python in WebAssembly: its memory, the libraries it has loaded, its files and open descriptors. A new
// instance that is laid out in the same way and gets the same memory goes on where the other one stood.
import { key } from "./key.mjs";
import createModule from "./pyodide.asm.js";
import { joined } from "./store.mjs";

const PAGE = 16384;
const LEFT_OUT = new Set(["/dev", "/proc"]);
const { Instance, Module: Compiled } = WebAssembly;
const loaded = []; // the libraries in the order in which they came: { module, instance, memoryBase, tableBase }

/** Remember each library that is loaded from now on. */
export function watchLibraries() {
  WebAssembly.Instance = function (module, imports) {
    const instance = new Instance(module, imports);
    if (imports && "GOT.mem" in imports) {
      const { __memory_base: memoryBase, __table_base: tableBase } = imports.env;
      loaded.push({ module, instance, memoryBase, tableBase });
    }
    return instance;
  };
}

/** How many libraries are loaded. */
export const libraries = () => loaded.length;

function* files(FS, node, path) {
  for (const [name, child] of Object.entries(node.contents)) {
    const at = `${path}/${name}`;
    if (LEFT_OUT.has(at)) continue;
    const { mode, mtime, ctime } = child;
    if (FS.isDir(mode)) {
      yield { path: at, mode, mtime, ctime };
      yield* files(FS, child, at);
    } else if (FS.isLink(mode)) yield { path: at, link: child.link };
    else yield { path: at, mode, mtime, ctime, size: child.usedBytes, contents: child.contents };
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
  const names = Object.entries(LDSO.loadedLibsByName);
  const places = new Map();
  const note = (exports, library) => {
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value === "function") places.set(value, [library, name]);
    }
  };
  note(LDSO.loadedLibsByName.__main__.exports, -1);
  const covered = new Uint8Array(wasmTable.length);
  const keys = new Map(known && [...known].map(([code, module]) => [module, code]));
  const codes = []; // of libraries, whether they are loaded or not
  const libs = loaded.map(({ module, instance, memoryBase, tableBase }, number) => {
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
  const slots = []; // entries of the table that no library fills by itself
  for (let slot = M.tableAtStart; slot < wasmTable.length; slot++) {
    const entry = covered[slot] ? null : wasmTable.get(slot);
    if (entry === null) continue;
    if (!places.has(entry)) throw new Error(`nobody knows entry ${slot} of the table`);
    slots.push([slot, ...places.get(entry)]);
  }
  const before = new Map(base ? JSON.parse(base.tree).map((file) => [file.path, file]) : []);
  const contents = [];
  let at = 0;
  const tree = [...files(FS, FS.root, "")].map(({ contents: bytes, ...file }) => {
    if (!bytes) return file;
    if (LDSO.loadedLibsByName[file.path]) file.size = 0; // its code runs already; nobody reads it
    if (!known && file.size && file.path.endsWith(".so")) codes.push(bytes.subarray(0, file.size));
    const same = before.get(file.path);
    if (same?.mtime === file.mtime && same.size === file.size) return { ...same, own: false };
    contents.push(bytes.subarray(0, file.size));
    at += file.size;
    return { ...file, at: at - file.size, own: true };
  });
  return {
    ...difference(M.HEAPU8, base),
    length: M.HEAPU8.length,
    libs,
    slots,
    got: Object.entries(M.GOT).map(([name, global]) => [name, global.value]),
    codes,
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
  const M = await createModule({
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
      done(new Instance(main, imports), main);
      return {};
    },
    print() {},
    printErr() {},
  });
  if (M.wasmTable.length !== image.table[0]) throw new Error("another table");
  M.tableAtStart = image.table[0];
  const resize = M.LDSO.loadedLibsByName.__main__.exports.emscripten_resize_heap;
  if (M.HEAPU8.length < image.length) resize(image.length);
  if (M.HEAPU8.length !== image.length) throw new Error("another memory");
  layLibraries(M, image);
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

function layFiles(FS, image, base) {
  const { createNode } = FS.filesystems.MEMFS;
  const nodes = new Map([["", FS.root]]);
  const tree = JSON.parse(image.tree);
  const [own, common] = [image.contents.slice(), base?.contents.slice()];
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
    node.contents = (file.own ? own : common).subarray(file.at, file.at + file.size);
    node.usedBytes = file.size;
  }
  for (const { path, mtime, ctime } of tree) {
    const node = nodes.get(path);
    if (node) Object.assign(node, { mtime, ctime, atime: mtime });
  }
  FS.chdir(image.folder);
}

function layLibraries(M, { table, got, libs, slots }) {
  const { wasmTable, GOT, GOTHandler, LDSO } = M;
  const { exports: ofMain } = LDSO.loadedLibsByName.__main__;
  const has = (name) => name in ofMain && !ofMain[name].stub;
  wasmTable.grow(table[1] - wasmTable.length);
  for (const [name, value] of got) {
    GOT[name] ??= new WebAssembly.Global({ value: "i32", mutable: true }, value);
    GOT[name].value = value;
  }
  const named = new Map(libs.map(({ name }) => [name.slice(name.lastIndexOf("/") + 1), name]));
  const instances = libs.map((lib) => {
    const { neededDynlibs, weakImports } = M.getDylinkMetadata(lib.module);
    const scopes = neededDynlibs.map((name) => LDSO.loadedLibsByName[named.get(name)]);
    let exports;
    const stub = (name) => {
      let found;
      return (...given) => {
        found ??= has(name) ? ofMain[name] : [...scopes, { exports }].find((scope) => name in scope.exports)?.exports[name];
        if (!found) throw new Error(`cannot resolve symbol ${name}`);
        return found(...given);
      };
    };
    const stubs = {};
    const env = new Proxy(stubs, {
      get(_, name) {
        if (name === "__memory_base") return lib.memoryBase;
        if (name === "__table_base") return lib.tableBase;
        return has(name) ? ofMain[name] : (stubs[name] ??= stub(name));
      },
    });
    const addresses = new Proxy(weakImports, GOTHandler);
    const { module, memoryBase, tableBase } = lib;
    const instance = new Instance(module, {
      "GOT.mem": addresses,
      "GOT.func": addresses,
      env,
      wasi_snapshot_preview1: env,
    });
    exports = instance.exports;
    const dso = Object.assign(M.newDSO(lib.name), { global: lib.global, refcount: lib.refcount });
    let relocated; // rarely asked for
    Object.defineProperty(dso, "exports", { get: () => (relocated ??= M.relocateExports(exports, memoryBase)) });
    for (const handle of lib.handles) LDSO.loadedLibsByHandle[handle] = dso;
    if (lib.global) M.mergeLibSymbols(dso.exports, lib.name);
    loaded.push({ module, instance, memoryBase, tableBase });
    return instance;
  });
  for (const [slot, lib, name] of slots) {
    wasmTable.set(slot, (lib < 0 ? ofMain : instances[lib].exports)[name]);
  }
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
