/**
 * The form that comes in place of the first fields that stood ahead of it.
 * @module
 */

/** @typedef {{ session: import('../session.js').FormSession | null, root: ShadowRoot, rendered: () => Promise<unknown>, shown: () => void }} Successor the
 *   form that comes, when it is rendered, and what shows it */

/**
 * @param {{ renderRoot: HTMLElement | DocumentFragment, screen: string, work: Pick<import('./work.js').Work, 'standing'> }} tag
 * @returns {Successor} as it stands now
 */
export function successorOf({ renderRoot, screen, work }) {
  const root = /** @type {ShadowRoot} */ (renderRoot)
  const each = (/** @type {string} */ tag) =>
    [...root.querySelectorAll(tag)].map(
      (part) => /** @type {import('lit').LitElement} */ (part).updateComplete,
    )
  return {
    root,
    session: screen === 'form' ? work.standing : null,
    rendered: async () => {
      // What cannot be shown is said by the element itself.
      for (const tag of ['phieu-form', 'phieu-field']) await Promise.allSettled(each(tag))
    },
    shown: () => {
      root.querySelector('.phieu:last-of-type')?.removeAttribute('hidden')
      // What was said while nothing of it could be heard.
      const live = root.querySelector('#live')
      if (live) live.textContent = `${live.textContent}`
    },
  }
}
