/** What the scripts of a page share: outside of our own pages each block carries its own copy of the modules. */

declare var fairkiShared: import("./store.js").Shared | undefined;
/** plotly.js, once it is loaded, and the promise that it will be. */
declare var Plotly: any;
declare var fairkiPlotly: Promise<any> | null | undefined;
/** Whether something watches the store for what a learner must know. */
declare var fairkiNotice: boolean | undefined;
/** Whether a block has got back a kept answer. */
declare var fairkiRestored: boolean | undefined;
/** Python in its worker, for as long as pages follow each other in one document, and how far that has come. */
declare var fairkiPython: import("./transport_worker.js").Python | undefined;
/** How a page came into the document (follow.js). */
declare var fairkiWay: Way | undefined;
interface Way {
  /** Which page stands there. */
  shown: string;
  /** Whether it took the place of another one. */
  written: boolean;
  /** How far down it is to be shown. */
  top: number;
  /** How far down the learner was on pages that they left. */
  tops: Map<string, number>;
}
/** The units of each module whose Header is on the page. */
declare var fairkiUnits: Record<string, [id: string, title: string, minutes: number, asks?: Record<string, number>][]> | undefined;
/** What a package for learning platforms offers the pages in its frame. */
declare var fairkiShell: import("../../coursetools/serve/static/lms.js").Shell | undefined;
