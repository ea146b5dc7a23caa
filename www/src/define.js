/**
 * Registers a custom element once. Portals join and repeat scripts, and a second registration throws.
 * @param {string} tag
 * @param {CustomElementConstructor} element
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag, element, registry = customElements) {
  if (!registry.get(tag)) registry.define(tag, element)
}
