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

// What answers or paints at all does so in a moment; a page that hangs does neither.
const GIVEN_UP = 5000

export const test = base.extend(
  /** @type {import('playwright/test').Fixtures<Pick<Story, 'later'> & { witness: void }, object, object, import('playwright/test').PlaywrightWorkerArgs>} */ ({
    // Of a test that ran out of time it is said whether its pages still ran and still painted: one that loops does
    // not answer, and one that answers without painting waits for the browser.
    witness: [
      async ({ browser }, use, info) => {
        await use()
        if (info.status !== 'timedOut') return
        for (const page of browser.contexts().flatMap((context) => context.pages())) {
          const within = (/** @type {Promise<unknown>} */ asked) =>
            Promise.race([
              asked.then(() => 'yes').catch(String),
              new Promise((giveUp) => setTimeout(() => giveUp('no'), GIVEN_UP)),
            ])
          const answers = await within(page.evaluate(() => true))
          const paints = await within(
            page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted))),
          )
          console.log(`${page.url()} answers: ${answers}, paints: ${paints}`)
        }
      },
      { auto: true },
    ],
    later: async ({ browser }, use) => {
      /** @type {(() => Promise<unknown> | unknown)[]} */
      const ends = []
      await use((end) => void ends.push(end))
      // A page may be asking for something still, whose answer a test reads on its way: with the page that goes too.
      for (const page of browser.contexts().flatMap((context) => context.pages()))
        await page.unrouteAll({ behavior: 'ignoreErrors' })
      for (const end of ends.reverse()) await end()
    },
  }),
)
