/** What the scripts of a page share: each block carries its own copy of the modules. */

declare var fairkiShared: import("./store.js").Shared | undefined;
