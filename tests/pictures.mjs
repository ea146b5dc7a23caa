// The pictures of the guide docs/soan-ke-hoach.md, made by walking through it: `node tests/pictures.mjs` after `make build`.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ROOT, startCollector } from './browser/collector.mjs'
import { LAUNCH } from './support/chromium.mjs'

const NAME = 'tan-phu-thang-thanh-nien-2023.json'
const FILE = join(ROOT, 'www/plans', NAME)
const FOLDER = join(ROOT, 'docs/pictures')
// All of them together, so that who reads the guide over a mobile line need not wait.
const MOST_BYTES = 600 * 1024

mkdirSync(FOLDER, { recursive: true })
const plans = mkdtempSync(join(tmpdir(), 'phieu-pictures-'))
copyFileSync(FILE, join(plans, NAME))
const collector = await startCollector({ plans })
const browser = await chromium.launch(LAUNCH)
let bytes = 0
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 760 }, colorScheme: 'light' })
  await page.goto(`${collector.url}/plan.html`)
  const plan = page.locator('phieu-plan')
  await plan.locator('#gallery').waitFor()

  /** @param {string} name */
  const picture = async (name) => {
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur())
    const path = join(FOLDER, `soan-${name}.png`)
    const box = await plan.boundingBox()
    const top = Math.max(0, box?.y ?? 0)
    await page.screenshot({ path, clip: { x: 0, y: top, width: 1120, height: 760 - top } })
    bytes += statSync(path).size
  }
  /** @param {string} name */
  const part = (name) => plan.locator(`#part-${name}`).click()
  const toTheTop = () => plan.evaluate((element) => element.scrollIntoView())

  await toTheTop()
  await picture('1-bat-dau')

  await plan.locator('#paste').fill(readFileSync(join(ROOT, 'tests/documents/tan-phu-2023.txt'), 'utf8'))
  await plan.locator('#read').click()
  await plan.locator('.mark').first().waitFor()
  await plan.locator('.row .row-title').nth(1).click()
  await toTheTop()
  await picture('2-de-xuat')
  await plan.locator('#close').click()

  await plan.locator('#file').setInputFiles(FILE)
  await plan.locator('#side-trial').click()
  const first = plan.locator('phieu-trial phieu-field input').first()
  await first.fill('12')
  await part('forms')
  await toTheTop()
  await picture('3-nhap-thu')
  await plan.locator('#side-trial').click()

  await part('duties')
  const weekly = plan.locator('[data-of^="duties/"]:not(.mark)', { hasText: 'Báo cáo tuần' }).first()
  await weekly.locator('.row-title').click()
  await plan.locator('#cell-0-hour').fill('9g15')
  await plan.locator('#cell-0-hour').press('Tab')
  await part('check')
  await toTheTop()
  await picture('4-kiem-tra')
  await plan.locator('#undo').click()

  // Published once, then changed.
  await part('head')
  await plan.locator('#cell-id').fill('thang-thanh-nien')
  await plan.locator('#cell-id').press('Tab')
  await part('publish')
  await plan.locator('#token').fill(collector.token())
  await plan.locator('#enter').click()
  await plan.locator('#publish').click()
  await plan.locator('#published').waitFor()
  await part('duties')
  await weekly.locator('.row-title').click()
  await plan.locator('#cell-1-day').fill('9/3/2023')
  await plan.locator('#cell-1-day').press('Tab')
  await part('publish')
  await plan.locator('#against .changes').waitFor()
  await toTheTop()
  await picture('5-cong-bo')

  await plan.locator('#close').click()
  await plan.locator('#gallery button').first().click()
  await plan.locator('#moving[open]').waitFor()
  await plan.locator('#moving').evaluate((element) => element.scrollIntoView())
  await picture('6-nam-khac')
} finally {
  await browser.close()
  await collector.remove()
  rmSync(plans, { recursive: true, force: true })
}
console.log(`docs/pictures: ${Math.round(bytes / 1024)} KB`)
if (bytes > MOST_BYTES) throw new Error(`the pictures weigh more than ${MOST_BYTES / 1024} KB`)
