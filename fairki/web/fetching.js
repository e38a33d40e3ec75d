/** How a worker gets files of the edition: whole, in time, and whatever type a server gives them. */

/** @typedef {"wasm" | "missing" | "network" | "memory" | "python"} Cause */

/** Why nothing can be had, in a word that the page has a sentence for. */
export class Failure extends Error {
  /**
   * @param {Cause} cause
   * @param {string} detail
   */
  constructor(cause, detail) {
    super(detail);
    this.cause = cause;
  }
}

/**
 * The bytes of a file; `count` hears of each piece.
 * @param {string} address
 * @param {(bytes: number) => void} count
 */
export async function fetched(address, count) {
  const response = await found(address);
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  const read = () => reader.read().catch((problem) => lost(address, problem));
  for (let next = await read(); !next.done; next = await read()) {
    pieces.push(next.value);
    count(next.value.length);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** @param {string} address */
export async function found(address) {
  const response = await fetch(address).catch((problem) => lost(address, problem));
  if (!response.ok || !response.body) throw new Failure("missing", `${address}: ${response.status}`);
  return response;
}

/**
 * @param {string} address
 * @param {Error} problem
 * @returns {never}
 */
export function lost(address, problem) {
  throw new Failure("network", `${address}: ${problem.message}`);
}

/**
 * The bytes of a file, at once: Python imports something and waits.
 * @param {string} address
 * @param {number} size
 */
export function fetchedNow(address, size) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Failure("missing", `${address}: ${request.status}`);
  const content = new Uint8Array(request.response);
  if (content.length !== size) throw new Failure("missing", `${address}: ${content.length} of ${size} bytes`);
  return content;
}

/**
 * Many servers do not know the type of .wasm. Browsers then refuse to compile while it arrives; as a whole they do.
 * @param {(problem: unknown) => void} refuse hears why there is nothing to compile, or it is not allowed
 */
export function anyType(refuse) {
  for (const name of /** @type {const} */ (["compile", "instantiate"])) {
    /** @type {Record<string, any>} */
    const assembly = WebAssembly;
    const streaming = assembly[`${name}Streaming`];
    const either = async (/** @type {Promise<Response>} */ source, /** @type {any[]} */ ...more) => {
      const response = await source;
      if (!response.ok) throw new Failure("missing", `${response.url}: ${response.status}`);
      if (streaming && response.headers.get("Content-Type")?.startsWith("application/wasm")) {
        return streaming.call(assembly, response, ...more);
      }
      return assembly[name](await response.arrayBuffer(), ...more);
    };
    assembly[`${name}Streaming`] = (/** @type {Parameters<typeof either>} */ ...given) => {
      const done = either(...given);
      done.catch(refuse);
      return done;
    };
  }
}

/**
 * Python, with the libraries that are wanted from the start.
 *
 * @param {string} folder address of the folder with Pyodide
 * @param {string[]} addresses of the zips with the libraries, in this order
 * @param {object} settings of Pyodide, besides its address
 * @param {(bytes: number) => void} count hears of each piece of a zip, and of Pyodide when it is there
 * @param {number} own bytes of Pyodide, if they are counted
 * @returns {Promise<{ py: any, place: string, unpack: (zip: Uint8Array) => void }>} where the libraries lie, and what puts
 *   one more there
 */
export async function begun(folder, addresses, settings, count, own = 0) {
  /** @type {Promise<never>} */
  const refused = new Promise((_, reject) => {
    anyType(reject); // Pyodide itself would wait for ever
    addEventListener("unhandledrejection", ({ reason }) => reject(reason));
  });
  refused.catch(() => {}); // told where it is waited for
  const arriving = addresses.map((address) => fetched(address, count)); // beside Pyodide itself
  for (const one of arriving) one.catch(() => {}); // told where it is waited for
  const { loadPyodide } = await import(`${folder}pyodide.js`);
  const known = { indexURL: folder, convertNullToNone: true }; // no answer is null in JavaScript and None in Python
  const py = await Promise.race([loadPyodide({ ...settings, ...known }), refused]);
  count(own);
  const place = py.runPython("import site; site.getsitepackages()[0]");
  const unpack = (/** @type {Uint8Array} */ zip) => py.unpackArchive(zip, "zip", { extractDir: place });
  for (const one of arriving) unpack(await one);
  return { py, place, unpack };
}
