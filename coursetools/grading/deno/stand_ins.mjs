// Functions that stand in the table for those of libraries that nobody has needed yet. The first call of one lets its
// library come, which puts its own functions there, and passes the call on. So an isolate makes only what it uses.

const [I32, FUNCTION, TABLE, FUNCREF] = [0x7f, 0x60, 1, 0x70];
const [TYPES, IMPORTS, FUNCTIONS, EXPORTS, ELEMENTS, CODE] = [1, 2, 3, 7, 9, 10];
const [END, CALL, CALL_INDIRECT, LOCAL_GET, I32_CONST, GLOBAL_GET] = [0x0b, 0x10, 0x11, 0x20, 0x41, 0x23];
const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const decoder = new TextDecoder();

/** Reads a module's bytes from front to back. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let [value, shift] = [0, 0];
    let byte;
    do {
      byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  }
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  name() {
    return decoder.decode(this.take(this.number()));
  }
  many(read) {
    return Array.from({ length: this.number() }, () => read(this));
  }
  limits() {
    const flags = this.number();
    this.number();
    if (flags & 1) this.number();
  }
}

const OF_IMPORTS = [
  (reader) => reader.number(),
  (reader) => (reader.byte(), reader.limits()),
  (reader) => reader.limits(),
  (reader) => (reader.byte(), reader.byte()),
  (reader) => (reader.byte(), reader.number()),
];

function type(reader) {
  if (reader.byte() !== FUNCTION) throw new Error("a type that is no function's");
  const [given, returned] = [reader.many((one) => one.byte()), reader.many((one) => one.byte())];
  return { given, returned };
}

/** What a library says of its functions: those that it puts into the table, in order, and those that it exports, each
 * with its type. */
export function functions(bytes) {
  const reader = new Reader(bytes);
  reader.take(HEAD.length);
  let types = [];
  const [all, exported, elements] = [[], new Map(), []];
  while (reader.at < bytes.length) {
    const section = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (section === TYPES) types = reader.many(type);
    else if (section === IMPORTS) {
      reader.many(() => {
        reader.name();
        reader.name();
        const kind = reader.byte();
        const read = OF_IMPORTS[kind](reader);
        if (kind === 0) all.push(read);
      });
    } else if (section === FUNCTIONS) all.push(...reader.many((one) => one.number()));
    else if (section === EXPORTS) {
      reader.many(() => {
        const name = reader.name();
        const [kind, number] = [reader.byte(), reader.number()];
        if (kind === 0) exported.set(name, number);
      });
    } else if (section === ELEMENTS) {
      reader.many(() => {
        if (reader.number() !== 0) throw new Error("elements of another kind");
        let from = 0;
        const begins = reader.byte();
        const value = reader.number();
        if (begins === I32_CONST) from = value;
        else if (begins !== GLOBAL_GET) throw new Error("elements at another place");
        if (reader.byte() !== END) throw new Error("elements at another place");
        for (const number of reader.many((one) => one.number())) elements[from++] = number;
      });
    }
    reader.at = end;
  }
  const typed = (number) => types[all[number]];
  return {
    inTable: elements.map(typed),
    exported: (name) => typed(exported.get(name)),
  };
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/** A number of 32 bits, which has a sign here: so the last byte leaves room for it. */
const constant = (value) => {
  const bytes = number(value);
  if (bytes.at(-1) & 64) bytes.splice(-1, 1, bytes.at(-1) | 128, 0);
  return [I32_CONST, ...bytes];
};
const text = (words) => [...number(words.length), ...new TextEncoder().encode(words)];
const list = (entries) => [...number(entries.length), ...entries.flat()];

/** The bytes of a module that has a stand-in for each entry [place in the table, library, type], in order of places. It
 * imports `e.load` (called with the number of a library) and `e.table`. */
export function module(entries, tableLength) {
  const types = [[FUNCTION, 1, I32, 0]];
  const numbers = new Map();
  const numberOf = ({ given, returned }) => {
    const known = `${given}:${returned}`;
    if (!numbers.has(known)) {
      numbers.set(known, types.length);
      types.push([FUNCTION, ...number(given.length), ...given, ...number(returned.length), ...returned]);
    }
    return numbers.get(known);
  };
  const made = entries.map(([slot, library, type]) => {
    const passed = type.given.flatMap((_, place) => [LOCAL_GET, ...number(place)]);
    const called = [CALL_INDIRECT, ...number(numberOf(type)), 0];
    const body = [0, ...constant(library), CALL, 0, ...passed, ...constant(slot), ...called, END];
    return { type: number(numberOf(type)), body: [...number(body.length), ...body] };
  });
  const runs = [];
  entries.forEach(([slot], place) => {
    if (runs.at(-1)?.end === slot) runs.at(-1).end++;
    else runs.push({ slot, end: slot + 1, first: place + 1 }); // function 0 is imported
  });
  const elements = runs.map(({ slot, end, first }) => [
    0,
    ...constant(slot),
    END,
    ...list(Array.from({ length: end - slot }, (_, place) => number(first + place))),
  ]);
  const imports = [
    [...text("e"), ...text("load"), 0, 0],
    [...text("e"), ...text("table"), TABLE, FUNCREF, 0, ...number(tableLength)],
  ];
  const section = (kind, content) => [kind, ...number(content.length), ...content];
  return Uint8Array.from([
    ...HEAD,
    ...section(TYPES, list(types)),
    ...section(IMPORTS, list(imports)),
    ...section(FUNCTIONS, list(made.map((one) => one.type))),
    ...section(ELEMENTS, list(elements)),
    ...section(CODE, list(made.map((one) => one.body))),
  ]);
}
