// A large file over a slow line that breaks: it goes on where it was, and no piece that arrived is sent again.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/files" endpoint="/api" data-now="2023-03-03T08:30:00+07:00"></phieu-report>'
const BYTES = 10_000_000
/** Kilobits a second. */
const LINE = Number(process.env.LINE ?? 1_600)

/** A signed scan. */
function scan() {
  const body = Buffer.alloc(BYTES - 16)
  for (let at = 0; at < body.length; at += 1) body[at] = 128 | ((at * 31 + (at >> 8)) & 127)
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), body, Buffer.from('\n%%EOF\n')])
}

test('a scan of 10 MB goes on where the line broke off, the page was closed and the office was down', async ({
  browser,
  later,
}) => {
  test.setTimeout(120_000 + (BYTES * 8) / LINE)
  const collector = await startCollector({ plans: 'tests/browser/fixtures/files' })
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, portal.url)
  const context = page.context()
  later(async () => {
    await context.close()
    await portal.stop()
    await collector.remove()
  })
  const slow = async (/** @type {import('playwright').Page} */ tab) => {
    const line = await context.newCDPSession(tab)
    const throughput = (LINE * 1000) / 8
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
  }
  const arrived = /** @type {string[]} */ ([])
  context.on('response', (response) => {
    const url = new URL(response.url())
    if (response.request().method() === 'PUT' && url.pathname.includes('/files/') && response.ok())
      arrived.push(url.searchParams.get('offset') ?? '')
  })
  const comes = (/** @type {number} */ count) =>
    expect.poll(() => arrived.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count)

  await person.choosesUnit('phuong 1', 'phường 1')
  await person.opens('weekly', '2023-02-26')
  await person.opensAllSections()
  const bytes = scan()
  await person.form.locator('phieu-files .choose').waitFor()
  await person.form
    .locator('phieu-files input[type=file]')
    .setInputFiles([{ name: 'BC 05.pdf', mimeType: 'application/pdf', buffer: bytes }])
  await expect(person.form.locator('phieu-files li')).toHaveText(/^BC 05\.pdf \(10 MB\)/)
  await person.goesToReview()
  await slow(page)
  await person.form.locator('#send').click()
  await comes(5)
  portal.down = true
  await person.form.locator('#retry').waitFor({ timeout: 60_000 })
  portal.down = false
  await person.form.locator('#retry').click()
  await comes(12)
  await page.close()
  const again = await context.newPage()
  await slow(again)
  await again.goto(portal.url)
  await comes(20)
  await collector.stop()
  await collector.start()
  await again.reload()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const content = async () => {
    const response = await fetch(`${collector.url}/api/plans/files/files/${hash}?unit=ward-1`, {
      headers: { authorization: `Bearer ${collector.token()}` },
    })
    return response.ok ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0)
  }
  await expect.poll(async () => (await content()).equals(bytes), { timeout: 90_000 }).toBe(true)
  assert.equal(new Set(arrived).size, arrived.length, 'no piece that arrived was sent again')
})
