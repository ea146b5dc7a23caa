// The browser itself is killed (-9) in mid-typing: nothing typed more than a second before is lost.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { keepingChromium } from '../support/chromium.mjs'
import { startCollector } from './collector.mjs'
import { visit } from './person.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector
const profile = mkdtempSync(join(tmpdir(), 'phieu-profile-'))

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** Ends every process of the browser that holds our profile, as a phone that runs out of memory does. */
function kill() {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const isOurs = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)
      if (isOurs) process.kill(Number(id), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

/**
 * The unit may have to be chosen again: a browser writes what is only a convenience when it has time.
 * @param {import('./person.mjs').Person} person
 */
async function opensWeek(person) {
  await person.form.locator('#unit-search, [data-duty]').first().waitFor()
  if ((await person.form.locator('#unit-search').count()) > 0)
    await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('weekly', '2023-02-26')
}

for (const seconds of [1.3, 2.1, 2.9]) {
  test(`killed after ${seconds} s of typing`, async () => {
    const first = await keepingChromium(profile)
    const { page, person } = await visit(first, `${collector.url}/`)
    await opensWeek(person)
    const field = person.input('/figures/highlights')
    await field.fill('')
    const typed = /** @type {{ at: number, text: string }[]} */ ([])
    const began = Date.now()
    await field.focus()
    const safeAt = (/** @type {number} */ moment) =>
      typed.filter(({ at }) => at < moment - 1000).at(-1)?.text ?? ''
    // A slow machine types on until something was typed more than a second before.
    while (Date.now() - began < seconds * 1000 || safeAt(Date.now()).length <= 4) {
      await page.keyboard.type('ăâ'.charAt(typed.length % 2) + (typed.length % 10))
      typed.push({ at: Date.now(), text: await field.inputValue() })
    }
    const killed = Date.now()
    kill()
    await first.close().catch(() => {})
    const safe = safeAt(killed)

    const second = await keepingChromium(profile)
    const again = await visit(second, `${collector.url}/`)
    await opensWeek(again.person)
    const input = again.person.input('/figures/highlights')
    await expect(input, `${safe.length} characters at least`).toHaveValue(new RegExp(`^${safe}`))
    const kept = await input.inputValue()
    console.log(`# of ${typed.at(-1)?.text.length} characters ${kept.length} are kept`)
    await second.close()
  })
}
