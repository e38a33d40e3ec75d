/** What the scripts of one page share: live.js and result.js come before those that use them. */
interface Window {
  fairkiLive: any;
  fairkiResult: any;
}
