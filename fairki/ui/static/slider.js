import * as common from "./common.js";
export default { render: () => {} };
