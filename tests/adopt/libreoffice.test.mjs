// LibreOffice opens what goes to Word: every kind of report of a shipped plan becomes whole pages of A4 with all its text.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PHIEU = process.env.PHIEU ?? join(ROOT, 'target/debug/phieu')
const PLACE = mkdtempSync(join(tmpdir(), 'phieu-libreoffice-'))
after(() => rmSync(PLACE, { recursive: true, force: true }))

const PLANS = [
  'tan-phu-thang-thanh-nien-2023',
  'tan-phu-van-minh-do-thi-2024',
  'soc-trang-chuong-trinh-2024',
  'phu-nhuan-chuong-trinh-hanh-dong-2022-2027',
]

/** @param {string[]} options */
const phieu = (options) => execFileSync(PHIEU, options, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 })

/** The last sample report of each duty of a plan, by its duty. @param {string} plan @returns {Map<string, any>} */
function reportsOf(plan) {
  const lines = phieu(['sample', `www/plans/${plan}.json`])
    .trim()
    .split('\n')
  return new Map(
    lines.map((line) => JSON.parse(line).submission.report).map((report) => [report.duty, report]),
  )
}

for (const plan of PLANS)
  test(`${plan}: each kind of report is opened, and its pages hold all of it`, () => {
    const { units } = JSON.parse(readFileSync(join(ROOT, `www/plans/${plan}.json`), 'utf8'))
    for (const [duty, report] of reportsOf(plan)) {
      const name = join(PLACE, `${plan}.${duty}`)
      writeFileSync(`${name}.json`, JSON.stringify(report))
      phieu(['paper', `www/plans/${plan}.json`, `${name}.json`, '--docx', `${name}.docx`])
      const unit = units.find((/** @type {{ id: string }} */ { id }) => id === report.unit)
      holds(name, ['BÁO CÁO', 'Kính gửi', 'Nơi nhận', unit.name])
    }
  })

for (const plan of PLANS)
  test(`${plan}: what the office reports to the level above is opened, and its pages hold all of it`, () => {
    const { title } = JSON.parse(readFileSync(join(ROOT, `www/plans/${plan}.json`), 'utf8'))
    const name = join(PLACE, `${plan}.summary`)
    writeFileSync(`${name}.ndjson`, phieu(['sample', `www/plans/${plan}.json`]))
    phieu(['progress', `www/plans/${plan}.json`, `${name}.ndjson`, '--docx', `${name}.docx`])
    holds(name, [
      'BÁO CÁO',
      'Kết quả thực hiện',
      title,
      'Kính gửi',
      'Tình hình gửi báo cáo',
      'Đề xuất, kiến nghị',
      'Nơi nhận',
    ])
  })

/** LibreOffice makes whole pages of A4 of a Word file, in which all of that stands. @param {string} name @param {string[]} all */
function holds(name, all) {
  const profile = `-env:UserInstallation=file://${PLACE}/profile`
  const { stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', PLACE, `${name}.docx`],
    { encoding: 'utf8', timeout: 120_000 },
  )
  const about = spawnSync('pdfinfo', [`${name}.pdf`], { encoding: 'utf8' }).stdout
  assert.match(about, /Page size:.*A4/, `${name}: ${about} ${stderr}`)
  const text = spawnSync('pdftotext', [`${name}.pdf`, '-'], { encoding: 'utf8' }).stdout
  const folded = (/** @type {string} */ said) => said.normalize().replace(/\s+/g, '').toUpperCase()
  const words = folded(text)
  for (const said of all) assert.ok(words.includes(folded(said)), `${name} lacks ${said}`)
}
