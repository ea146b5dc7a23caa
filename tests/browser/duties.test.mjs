// What a unit owes: in groups that the core names and sorts, each slip in its words.
import assert from 'node:assert/strict'
import { expect, test } from '../support/browser.mjs'
import { slipOf, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** After the second week's deadline, before the third's. */
const LATER = '2023-03-12T08:00:00+07:00'

const GROUPS = {
  vi: ['Quá hạn', 'Sắp đến hạn', 'Cần gửi', 'Chưa đến kỳ', 'Đã gửi', 'Không phải nộp'],
  en: ['Overdue', 'Due soon', 'To be sent', 'Not open yet', 'Sent', 'Not required'],
}

for (const lang of /** @type {const} */ (['vi', 'en']))
  test(`what is late comes first, under the name that its slips bear (${lang})`, async ({
    browser,
    later,
  }) => {
    const tag = TAG.replace(/data-now="[^"]*"/, `data-now="${LATER}" lang="${lang}" unit="phuong-tay-thanh"`)
    const portal = await startPortal({ body: tag.replace(/ endpoint="[^"]*"/, '') })
    const { page, person } = await visit(browser, portal.url)
    later(async () => {
      await page.context().close()
      await portal.stop()
    })
    const slip = person.form.locator(slipOf('weekly', '2023-02-26'))
    await expect(slip.locator('.state')).toHaveText(lang === 'vi' ? /^Quá hạn \d/ : /^Overdue by \d/)
    const headings = await person.form.locator('.duties:not([id]) > h3').allTextContents()
    const names = headings.map((heading) => heading.replace(/\s*\d+\s*$/, ''))
    assert.equal(names[0], GROUPS[lang][0])
    assert.deepEqual(
      names,
      GROUPS[lang].filter((name) => names.includes(name)),
      'the core’s order',
    )
    assert.ok(names.length > 2)
    const owed = person.form.locator('.duties.late li')
    await expect(person.form.locator('.duties.late .count')).toHaveText(String(await owed.count()))
  })
