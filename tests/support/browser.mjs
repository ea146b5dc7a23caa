// What every browser test begins with: Playwright's own runner, the browser that it starts once a worker, and what is
// to end with a test.
import { test as base, expect as impatient } from 'playwright/test'

/**
 * What a helper is given to begin a story in the browser; what it says is to end, ends with the test.
 * @typedef {{ browser: import('playwright').Browser, later: (end: () => Promise<unknown> | unknown) => void }} Story
 */

/**
 * What a person comes to see: a screen follows what was done to it a moment later, and on a busy machine a longer one.
 * These assertions wait for it, where `assert` on what was read off the page would judge the moment.
 */
export const expect = impatient.configure({ timeout: 30_000 })

export const test = base.extend(
  /** @type {import('playwright/test').Fixtures<Pick<Story, 'later'>>} */ ({
    // Playwright reads from the braces what a fixture asks for: this one asks for nothing.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    later: async ({}, use) => {
      /** @type {(() => Promise<unknown> | unknown)[]} */
      const ends = []
      await use((end) => void ends.push(end))
      for (const end of ends.reverse()) await end()
    },
  }),
)
