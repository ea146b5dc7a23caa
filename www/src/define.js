/**
 * Registers a custom element once, where there are any. Portals join and repeat scripts, and a second registration throws.
 * @param {string} tag
 * @param {CustomElementConstructor} element
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag, element, registry = globalThis.customElements) {
  if (registry && !registry.get(tag)) registry.define(tag, element)
}
