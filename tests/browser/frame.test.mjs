// The collector's pages in a frame of another site: shown to whom it was opened, as high as they are.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from '../support/browser.mjs'
import { readmeSection, TRIED_OF_README } from '../support/examples.mjs'
import { startCollector } from './collector.mjs'

/** README's lines for the page around. */
const [AROUND = ''] = readmeSection(TRIED_OF_README.frame).codes

test('a frame of a site that was let in is as high as its page; another site’s shows nothing', async ({
  browser,
}) => {
  /** @type {string} */
  let body = ''
  const sites = [0, 1].map(() =>
    createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(body)),
  )
  for (const site of sites) await once(site.listen(0, '127.0.0.1'), 'listening')
  const [portal = '', stranger = ''] = sites.map(
    (site) => `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (site.address()).port}`,
  )
  const collector = await startCollector({ args: ['--frame-origin', portal] })
  body = `<iframe src="${collector.url}/office.html" style="width:100%;border:0"></iframe><script>${AROUND}</script>`
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
  await page.goto(portal)
  const inside = page.frameLocator('iframe')
  await inside.locator('phieu-office input').first().waitFor()
  const isCut = () =>
    inside
      .locator('html')
      .evaluate((html) => html.scrollHeight > html.clientHeight || html.clientHeight < 400)
  await expect.poll(isCut, 'nothing of it is cut off').toBe(false)
  await page.goto(stranger)
  await expect(page.locator('iframe')).toBeVisible()
  const shown = page.frames().filter((frame) => frame.url().startsWith(collector.url))
  assert.deepEqual(shown, [])
  await page.close()
  await collector.remove()
  for (const site of sites) site.close()
})
