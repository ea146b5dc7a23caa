/**
 * Puts a module of WebAssembly together again that was taken apart so that it packs better (www/apart.mjs).
 * @module
 */

/**
 * What travels does it by itself (www/joining.wat): it runs once, while someone waits, and a script is slow until an engine has
 * come to know it.
 * @param {WebAssembly.Module} module
 * @returns {Promise<WebAssembly.Module>} the same, or what travels in it
 */
export async function whole(module) {
  const isApart = WebAssembly.Module.exports(module).some(({ name }) => name === 'joined')
  return isApart ? WebAssembly.compile(await joined(module)) : module
}

/** @param {WebAssembly.Module} module what was damaged on the way makes no module, or throws */
export async function joined(module) {
  const { joined, length, memory } = /** @type {any} */ ((await WebAssembly.instantiate(module)).exports)
  const from = joined()
  return new Uint8Array(memory.buffer, from, length())
}
