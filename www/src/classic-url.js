// Stands in for import.meta.url in the classic build. A script may ask for its own address only while it
// first runs, so it is read once, here. A script that a portal's optimiser has inlined has none: the
// page's address then.
const script = document.currentScript

export const phieuScriptUrl = (script instanceof HTMLScriptElement && script.src) || document.baseURI
