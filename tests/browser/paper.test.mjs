// The report as a paper to sign, in Word and from the printer.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { expect, test } from '../support/browser.mjs'
import { RIGHT, visit } from './person.mjs'
import { startPortal, TAG } from './portal.mjs'

/** @param {{ browser: import('playwright').Browser, later: (end: () => Promise<void>) => void }} world */
async function arrives({ browser, later }) {
  const body = `<p id="beside">Bài viết của cổng</p>${TAG.replace(/ endpoint="[^"]*"/, '')}`
  const portal = await startPortal({ body })
  const visited = await visit(browser, portal.url)
  later(async () => {
    await visited.page.context().close()
    await portal.stop()
  })
  return visited
}

test('the report is a Word file to sign, and prints alone as the same paper', async ({ browser, later }) => {
  const { page, person } = await arrives({ browser, later })
  /** @type {string[]} */
  const fetched = []
  page.on('request', (request) => fetched.push(request.url()))
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.goesToReview()
  assert.ok(!fetched.some((url) => url.includes('word.js')), 'nobody has asked for a file yet')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    person.form.getByRole('button', { name: 'Tải bản Word' }).click(),
  ])
  assert.equal(file.suggestedFilename(), 'bao-cao-phuong-tay-thanh-2023-02-26.docx')
  const { parts, said } = await opened(page, await file.path())
  assert.equal(parts[0], '[Content_Types].xml')
  for (const line of [
    'BCH Đoàn phường Tây Thạnh',
    'Đoàn TNCS Hồ Chí Minh',
    'Tuần 1',
    '100 cây',
    'Ngày Chủ nhật xanh',
  ])
    assert.ok(said.includes(line), `${line} in ${said.join('\n')}`)

  const paper = person.form.locator('.official')
  await expect(paper).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(paper).toBeVisible()
  await expect(page.locator('#beside')).toBeHidden()
  await expect(person.form.locator('#send')).toBeHidden()
  const printed = await paper.locator('p, h2, h3, td, th').allInnerTexts()
  const fold = (/** @type {string[]} */ texts) => texts.join(' ').toLowerCase().replace(/\s+/g, ' ')
  for (const line of said.filter(Boolean)) assert.ok(fold(printed).includes(fold([line])), line)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(paper).toHaveCount(0)
  await expect(page.locator('#beside')).toBeVisible()
})

/**
 * A Word file as another zip program and the browser's own reader of XML read it: its parts, and its paragraphs.
 * @param {import('playwright').Page} page
 * @param {string} path
 */
async function opened(page, path) {
  const unzip = (/** @type {string[]} */ ...more) => execFileSync('unzip', more, { encoding: 'utf8' })
  const parts = unzip('-Z1', path).trim().split('\n')
  const texts = parts.map((name) => unzip('-p', path, name.replace(/[[\]]/g, '\\$&')))
  return {
    parts,
    said: await page.evaluate((texts) => {
      const trees = texts.map((text) => new DOMParser().parseFromString(text, 'application/xml'))
      for (const tree of trees)
        if (tree.querySelector('parsererror')) throw new Error(tree.documentElement.outerHTML)
      const paragraphs = [...(trees.at(-1)?.getElementsByTagName('w:p') ?? [])]
      return paragraphs.map((paragraph) => paragraph.textContent ?? '')
    }, texts),
  }
}
