// The pictures of the guide docs/soan-ke-hoach.md, made by walking through it: `node tests/pictures.mjs` after `make build`.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { ROOT, startCollector } from './browser/collector.mjs'
import { part, types } from './browser/planning.mjs'
import { lastYear, ROSTER } from './browser/rosters.mjs'
import { LAUNCH } from './support/chromium.mjs'

const NAME = 'tan-phu-thang-thanh-nien-2023.json'
const FILE = join(ROOT, 'www/plans', NAME)
const FOLDER = join(ROOT, 'docs/pictures')
const [WIDTH, HEIGHT] = [1120, 760]
// So that who reads the guide over a mobile line need not wait.
const MOST_BYTES = 80 * 1024

mkdirSync(FOLDER, { recursive: true })
for (const name of readdirSync(FOLDER)) if (name.startsWith('soan-')) rmSync(join(FOLDER, name))
const plans = mkdtempSync(join(tmpdir(), 'phieu-pictures-'))
copyFileSync(FILE, join(plans, NAME))
const collector = await startCollector({ plans })
const browser = await chromium.launch(LAUNCH)
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, colorScheme: 'light' })
  const drawn = await page.context().newCDPSession(page)
  await page.goto(`${collector.url}/plan.html`)
  const plan = page.locator('phieu-plan')
  await plan.locator('#gallery').waitFor()

  /** What lies below the top of a part, as much as a screen shows. @param {string} name @param {string} [top] */
  const picture = async (name, top) => {
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur())
    const from = top ? plan.locator(top).first() : plan
    await from.evaluate((element) => {
      element.scrollIntoView()
      // The element itself stands at the very edge.
      scrollBy(0, -12)
    })
    const path = join(FOLDER, `soan-${name}.webp`)
    const { data } = await drawn.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
    const bytes = Buffer.from(data, 'base64')
    writeFileSync(path, bytes)
    console.log(`${path.slice(ROOT.length)}: ${Math.round(bytes.length / 1024)} KB`)
    if (bytes.length > MOST_BYTES) throw new Error(`a picture weighs more than ${MOST_BYTES / 1024} KB`)
  }
  /** Opens a row, if it is not open yet. @param {import('playwright').Locator} row */
  const opens = async (row) => {
    if ((await row.locator('.editor').count()) === 0) await row.locator('.row-title').click()
    await row.locator('.editor').waitFor()
  }

  await picture('1-bat-dau')

  await plan.locator('#paste').fill(readFileSync(join(ROOT, 'tests/documents/tan-phu-2023.txt'), 'utf8'))
  await plan.locator('#read').click()
  await plan.locator('.mark').first().waitFor()
  await opens(plan.locator('.row').nth(1))
  await picture('2-de-xuat')
  await part(plan, 'outline')
  await picture('3-de-muc')
  await plan.locator('#close').click()

  await plan
    .locator('#file')
    .setInputFiles({ name: 'nam-truoc.json', mimeType: '', buffer: Buffer.from(lastYear()) })
  await part(plan, 'units')
  await plan.locator('#sheet-units').setInputFiles(ROSTER)
  await plan.locator('#sheet-says').waitFor()
  await picture('4-don-vi', '.parts')
  await plan.locator('#close').click()

  await plan.locator('#file').setInputFiles(FILE)
  await plan.locator('#side-trial').click()
  const first = plan.locator('phieu-trial phieu-field input').first()
  await first.fill('12')
  await part(plan, 'forms')
  await picture('5-nhap-thu', '.sides')
  await plan.locator('#side-trial').click()

  await part(plan, 'duties')
  const weekly = plan.locator('[data-of^="duties/"]:not(.mark)', { hasText: 'Báo cáo tuần' }).first()
  await opens(weekly)
  await types(plan, '0-hour', '9g15')
  await part(plan, 'check')
  await picture('6-kiem-tra')
  await plan.locator('#undo').click()

  // Published once, with links for its units; then changed.
  await part(plan, 'head')
  await types(plan, 'id', 'thang-thanh-nien')
  await part(plan, 'publish')
  await plan.locator('#token').fill(collector.token())
  await plan.locator('#enter').click()
  await plan.locator('#publish').click()
  await plan.locator('#published').waitFor()
  await plan.locator('#make-codes').click()
  await plan.locator('#codes-made').waitFor()
  await picture('8-duong-dan', '#for-units')
  await part(plan, 'duties')
  await opens(weekly)
  await types(plan, '1-day', '9/3/2023')
  await part(plan, 'publish')
  await plan.locator('#against .changes').waitFor()
  await picture('7-cong-bo', '.parts')

  await plan.locator('#close').click()
  await plan.locator('#gallery button').first().click()
  await plan.locator('#moving[open]').waitFor()
  await picture('9-nam-khac', '#moving')
} finally {
  await browser.close()
  await collector.remove()
  rmSync(plans, { recursive: true, force: true })
}
