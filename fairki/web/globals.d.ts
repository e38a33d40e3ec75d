/** What the scripts of a page share: outside of our own pages each block carries its own copy of the modules. */

declare var fairkiShared: import("./store.js").Shared | undefined;
/** plotly.js, once it is loaded, and the promise that it will be. */
declare var Plotly: any;
declare var fairkiPlotly: Promise<any> | null | undefined;
/** Whether something watches the store for what a learner must know. */
declare var fairkiNotice: boolean | undefined;
/** Whether a block has got back a kept answer. */
declare var fairkiRestored: boolean | undefined;
/** The units of each module whose Header is on the page. */
declare var fairkiUnits: Record<string, [id: string, title: string, minutes: number, asks?: Record<string, number>][]> | undefined;
/** What a package for learning platforms offers the pages in its frame. */
declare var fairkiShell: import("../../coursetools/serve/static/lms.js").Shell | undefined;
