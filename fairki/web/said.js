/**
 * What a page has said to its kernel, so that another kernel can be told the same: one that was given back, or died, has
 * taken nothing along. It stays in the page's memory and ends with it.
 */

/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/** @typedef {{ comm: string, data: Json, buffers: Binary[] }} Words */

/** @type {(words: Words) => boolean} */
const isUpdate = ({ data, buffers }) => data.method === "update" && buffers.length === 0;

export class Said {
  constructor() {
    /** @type {Words[]} */
    this.all = [];
  }

  /**
   * Notes what the kernel is done with. Of the states of one widget the newest counts, but what was said before a click
   * was the case when it happened.
   * @param {Words} words
   */
  note(words) {
    const click = this.all.findLastIndex((one) => !isUpdate(one));
    const at = this.all.findLastIndex((one) => one.comm === words.comm);
    if (!isUpdate(words) || at <= click) {
      if (!this.again(words)) this.all.push(words);
      return;
    }
    const [before] = this.all.splice(at, 1);
    const state = { ...before.data.state, ...words.data.state };
    this.all.push({ ...words, data: { ...words.data, state } });
  }

  /**
   * Whether the same click came just before, and nothing in between.
   * @param {Words} words
   */
  again({ comm, data, buffers }) {
    const last = this.all.at(-1);
    return buffers.length === 0 && last?.comm === comm && JSON.stringify(last.data) === JSON.stringify(data);
  }
}
