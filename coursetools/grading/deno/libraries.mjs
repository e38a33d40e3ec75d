// The libraries of a Python in WebAssembly: what they put into its table, and when they come.
import * as standIns from "./stand_ins.mjs";

const EMPTY = "[]";
const { Instance } = WebAssembly;
/** The libraries in the order in which they came: { module, memoryBase, tableBase, come() }; `come` gives the instance, and
 * makes it if it is not there yet. */
export const loaded = [];

/** Remember each library that is loaded from now on. */
export function watchLibraries() {
  WebAssembly.Instance = function (module, imports) {
    const instance = new Instance(module, imports);
    if (imports && "GOT.mem" in imports) {
      const { __memory_base: memoryBase, __table_base: tableBase } = imports.env;
      loaded.push({ module, memoryBase, tableBase, come: () => instance });
    }
    return instance;
  };
}

/** How many libraries are loaded. */
export const libraries = () => loaded.length;

/** What stands in for the functions of these libraries, see `stand_ins.mjs`. `codes` begin with theirs, in order. */
export function standInsFor(libs, codes, slots, tableLength) {
  const said = libs.map((_, number) => standIns.functions(codes[number]));
  const entries = libs.flatMap(({ tableBase }, number) =>
    said[number].inTable.map((type, place) => [tableBase + place, number, type]),
  );
  for (const [slot, lib, name] of slots) if (lib >= 0) entries.push([slot, lib, said[lib].exported(name)]);
  return standIns.module(entries.sort(([one], [other]) => one - other), tableLength);
}

/** Let `GOT` know the addresses of symbols that were known where an image was made; it makes an entry when it is asked.
 * First come those that Python itself asks for. Then, between `known` and `wanted`, Emscripten only looks whether its
 * functions have addresses, to give them new ones: it hears that all have. */
export function knowAddresses(GOT, image, base) {
  const make = (name, value) => {
    const global = new WebAssembly.Global({ value: "i32", mutable: true }, value);
    Object.defineProperty(GOT, name, { value: global, writable: true, enumerable: true, configurable: true });
    return global;
  };
  const first = JSON.parse((base ?? image).gotOfPython);
  let values; // read once a library asks
  const images = base ? [base, image] : [image];
  const all = () => (values ??= new Map(images.flatMap(({ got }) => Object.entries(JSON.parse(got)))));
  let answer = (name) => (Object.hasOwn(first, name) ? make(name, first[name]) : undefined);
  const get = (_, name) => answer(name);
  Object.setPrototypeOf(GOT, new Proxy(Object.create(null), { get }));
  return {
    known() {
      const some = { value: 0 };
      answer = () => some;
    },
    wanted() {
      answer = (name) => (all().has(name) ? make(name, all().get(name)) : undefined);
    },
  };
}

/** Let all libraries be there. Those of `base`, or if there is none of the image itself, come when one of their functions
 * is first called; until then others stand in for these. */
export function layLibraries(M, image, base) {
  const { wasmTable, GOTHandler, LDSO } = M;
  const { exports: ofMain } = LDSO.loadedLibsByName.__main__;
  const has = (name) => name in ofMain && !ofMain[name].stub;
  const { libs } = image;
  const first = base ?? image;
  wasmTable.grow(image.table[1] - wasmTable.length);
  const named = new Map(libs.map(({ name }) => [name.slice(name.lastIndexOf("/") + 1), name]));
  const fill = (number, exports) => {
    for (const { slots } of base ? [base, image] : [image]) {
      for (const [slot, name] of JSON.parse(slots[number] ?? EMPTY)) wasmTable.set(slot, exports[name]);
    }
  };
  const come = (number) => {
    const { module, memoryBase, tableBase } = libs[number];
    const { neededDynlibs, weakImports, memorySize } = M.getDylinkMetadata(module);
    const scopes = neededDynlibs.map((name) => LDSO.loadedLibsByName[named.get(name)]);
    const own = {}; // its exports, once it is there
    const stub = (name) => {
      let found;
      return (...given) => {
        found ??= has(name) ? ofMain[name] : [...scopes, own].find((scope) => name in scope.exports)?.exports[name];
        if (!found) throw new Error(`cannot resolve symbol ${name}`);
        return found(...given);
      };
    };
    const stubs = {};
    const env = new Proxy(stubs, {
      get(_, name) {
        if (name === "__memory_base") return memoryBase;
        if (name === "__table_base") return tableBase;
        return has(name) ? ofMain[name] : (stubs[name] ??= stub(name));
      },
    });
    const addresses = new Proxy(weakImports, GOTHandler);
    const bytes = M.HEAPU8.slice(memoryBase, memoryBase + memorySize); // a new instance writes what it begins with there
    const instance = new Instance(module, {
      "GOT.mem": addresses,
      "GOT.func": addresses,
      env,
      wasi_snapshot_preview1: env,
    });
    M.HEAPU8.set(bytes, memoryBase);
    own.exports = instance.exports;
    fill(number, own.exports);
    return instance;
  };
  const comes = libs.map((lib, number) => {
    let instance;
    const once = () => (instance ??= come(number));
    const dso = Object.assign(M.newDSO(lib.name), { global: lib.global, refcount: lib.refcount });
    let relocated; // rarely asked for
    Object.defineProperty(dso, "exports", {
      get: () => (relocated ??= M.relocateExports(once().exports, lib.memoryBase)),
    });
    for (const handle of lib.handles) LDSO.loadedLibsByHandle[handle] = dso;
    if (lib.global) M.mergeLibSymbols(dso.exports, lib.name);
    loaded.push({ module: lib.module, memoryBase: lib.memoryBase, tableBase: lib.tableBase, come: once });
    return once;
  });
  fill(-1, M.exported);
  new Instance(first.standIns, { e: { load: (number) => void comes[number](), table: wasmTable } });
  for (const [number, once] of comes.entries()) {
    const standsInTable = number < first.libs.length && !(base && image.slots[number]?.length > EMPTY.length);
    if (!standsInTable) once();
  }
}

