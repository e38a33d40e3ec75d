/**
 * What a page has said to its kernel, so that another kernel can be told the same: one that was given back, or died, has
 * taken nothing along. It stays in the page's memory and ends with it.
 */

/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/** @typedef {{ comm: string, data: Json, buffers: Binary[] }} Words */

/** @type {(words: Words) => boolean} */
const isUpdate = ({ data, buffers }) => data.method === "update" && buffers.length === 0;
/**
 * Whether somebody only asked for something that the page has by now: a file that was saved, whether a rule is broken.
 * @type {(words: Words) => boolean}
 */
const onlyAsked = ({ data: { content } }) =>
  ["make", "plotly", "open"].includes(content?.type) || (content?.type === "check" && content.number !== undefined);

export class Said {
  constructor() {
    /** @type {Words[]} */
    this.all = [];
  }

  /**
   * Notes what the kernel is done with, in its order: what was said later may be right only because of what was said
   * before. Of states of one widget that came one after the other the newest counts.
   * @param {Words} words
   */
  note(words) {
    if (onlyAsked(words)) return;
    const before = this.all.at(-1);
    if (before?.comm === words.comm && isUpdate(before) && isUpdate(words)) {
      const state = { ...before.data.state, ...words.data.state };
      this.all.splice(-1, 1, { ...words, data: { ...words.data, state } });
    } else if (!this.again(words)) this.all.push(words);
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
