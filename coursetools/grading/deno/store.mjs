// An image as a file: the length of a description, the description (JSON), the bytes that it speaks of.

const BLOCK = 1 << 24;

/** The pieces of the file. */
export function packed({ data, contents, libs, others, ...rest }) {
  const codes = [...libs.map(({ code }) => code), ...others];
  const described = {
    ...rest,
    libs: libs.map(({ code: _, module: __, ...lib }) => lib),
    sizes: [data.length, contents.length, ...codes.map((code) => code.length)],
  };
  const text = new TextEncoder().encode(JSON.stringify(described));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, text.length);
  return [head, text, data, contents, ...codes].map((piece) => Uint8Array.from(piece));
}

/** The image in an open file, its memory and files in shared memory, its libraries compiled. */
export function unpacked(file, key) {
  const read = (length, into = new Uint8Array(length)) => {
    const block = new Uint8Array(Math.min(length, BLOCK));
    for (let at = 0; at < length; ) {
      const got = file.readSync(block.subarray(0, Math.min(BLOCK, length - at)));
      into.set(block.subarray(0, got), at);
      at += got;
    }
    return into;
  };
  const length = new DataView(read(4).buffer).getUint32(0);
  const { libs, sizes, ...rest } = JSON.parse(new TextDecoder().decode(read(length)));
  const [data, contents] = sizes.slice(0, 2).map((size) => read(size, new Uint8Array(new SharedArrayBuffer(size))));
  const known = new Map();
  const modules = sizes.slice(2).map((size) => {
    const code = read(size);
    const module = new WebAssembly.Module(code);
    known.set(key(code), module);
    return module;
  });
  return {
    image: { ...rest, data, contents, libs: libs.map((lib, number) => ({ ...lib, module: modules[number] })) },
    known,
  };
}
