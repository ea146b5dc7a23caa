// The office's own lists as files: a roster of 400 units in Excel against last year's plan, figures in CSV, the workbook
// that goes out and comes back, and files that are no lists.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from '../support/browser.mjs'
import { startCollector } from './collector.mjs'
import { Officer } from './officer.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph } from './person.mjs'
import { atThePage } from './planning.mjs'
import { lastYear, ROSTER } from './rosters.mjs'

const SEVERAL = 400

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector({})
})
test.afterAll(async () => {
  await collector?.remove()
})

/** @param {import('playwright').Browser} browser @param {object} [options] */
async function theOfficer(browser, options) {
  const seen = await atThePage(browser, collector, options)
  return { ...seen, officer: new Officer(seen.page) }
}

/** A file as a person chooses one. @param {string} name @param {string | Uint8Array} content */
const file = (name, content) => ({ name, mimeType: '', buffer: Buffer.from(content) })

test('a roster of 400 units in Excel is seen against last year’s plan, and taken in one step', async ({
  browser,
}) => {
  const { page, officer, plan, troubles } = await theOfficer(browser)
  const asked = /** @type {string[]} */ ([])
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''))
  await officer.choosesFile(plan.locator('#file'), file('nam-truoc.json', lastYear()))
  await officer.part('units')
  assert.ok(!asked.includes('phieu_sheets.wasm'), 'who opens no workbook does not wait for what reads them')
  await officer.choosesFile(plan.locator('#sheet-units'), ROSTER)
  await expect(plan.locator('#sheet-says')).toHaveText('Đọc được 400 đơn vị, từ ô B5 đến ô B404.')
  for (const [group, title] of [
    ['new', '5 mục mới, sẽ thêm'],
    ['renamed', '5 mục đổi tên, giữ báo cáo đã gửi'],
    ['gone', '3 mục có trong kế hoạch mà tệp không có'],
  ])
    await expect(plan.locator(`[data-group=${group}] summary`)).toHaveText(title)
  await expect(plan.locator('[data-group=changed] summary')).toContainText('390 mục đổi khối')
  await expect(plan.locator('#drops')).toBeChecked()
  await photograph(page, 'roster-look-1280')
  await axeFindsNothing(page, 'a roster that is looked at')
  assert.equal(asked.filter((name) => name === 'phieu_sheets.wasm').length, 1)
  await officer.presses(plan.locator('#take-sheet'))
  await expect(plan.locator('.row.confirmed')).toHaveCount(SEVERAL)
  await expect(plan.locator('[data-of="units/chi-doan-391"]')).toContainText('Chi đoàn khu phố 391')
  console.log('a roster of 400 units:', JSON.stringify(officer.told))
  assert.ok(officer.seconds < 60)

  await plan.locator('#undo').click()
  await expect(plan.locator('.row.confirmed')).toHaveCount(398)
  await plan.locator('#redo').click()
  await expect(plan.locator('.row.confirmed')).toHaveCount(SEVERAL)

  // It goes out as a workbook, and what comes back is what went out.
  const downloading = page.waitForEvent('download')
  await plan.locator('#hand-out').click()
  const download = await downloading
  assert.match(download.suggestedFilename(), /\.xlsx$/)
  const path = await download.path()
  await plan.locator('#sheet-units').setInputFiles(file('tra-lai.xlsx', readFileSync(path)))
  await expect(plan.locator('#sheet-says')).toContainText('Đọc được 400 đơn vị')
  await expect(plan.locator('[data-group]')).toHaveCount(1)
  await expect(plan.locator('[data-group=same] summary')).toHaveText('400 mục giữ nguyên')
  await plan.locator('#leave-sheet').click()
  await expect(plan.locator('.row.confirmed')).toHaveCount(SEVERAL)
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('figures in a CSV file begin a plan; what is wrong is said of its cell; a column is corrected', async ({
  browser,
}) => {
  const { page, plan } = await theOfficer(browser, {
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
  })
  const csv =
    'TT;Nội dung;Đơn vị tính;Cách trả lời;Bắt buộc\r\n1;Số đoàn viên kết nạp;đoàn viên;;x\r\n2;Tỷ lệ chi đoàn mạnh;%;;\r\n3;Khó khăn;;màu;\r\n'
  await plan.locator('#file').setInputFiles(file('so-lieu.csv', `\ufeff${csv}`))
  await expect(plan.locator('#sheet-says')).toHaveText('Đọc được 3 số liệu, từ ô B2 đến ô B4.')
  await expect(plan.locator('#sheet-findings')).toContainText(
    'Ô D4 ghi “màu”, máy chưa hiểu cách trả lời này.',
  )
  await photograph(page, 'roster-figures-360-dark')
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'figures that are looked at, narrow and dark')
  await plan.locator('.sheet-look summary', { hasText: 'Cột nào ghi gì' }).click()
  await plan.locator('#column-D').selectOption('nothing')
  await expect(plan.locator('#sheet-findings')).toHaveCount(0)
  await plan.locator('#take-sheet').click()
  await expect(plan.locator('[data-of^="figures/"]')).toHaveCount(3)
  await expect(plan.locator('[data-of="figures/ty-le-chi-doan-manh"]')).toContainText('tỷ lệ phần trăm')
  await page.context().close()
})

test('telephone numbers are the office’s own: on this device and in its workbook, not in the plan', async ({
  browser,
}) => {
  const { page, plan } = await theOfficer(browser)
  const csv = 'TT\tTên đơn vị\tĐiện thoại\n1\tĐoàn xã A\t0901234567\n2\tĐoàn xã B\tkhông có\n'
  await plan.locator('#file').setInputFiles(file('danh-sach.tsv', csv))
  await expect(plan.locator('#sheet-says')).toContainText('1 số điện thoại được giữ riêng trên máy này')
  await expect(plan.locator('#sheet-findings')).toContainText('Ô C3 ghi “không có”, chưa phải số điện thoại.')
  await plan.locator('#take-sheet').click()
  await expect(plan.locator('#keeping')).toHaveText('Đã giữ trên máy này')
  await page.reload()
  await plan.getByRole('button', { name: 'Soạn tiếp' }).click()
  await plan.locator('#part-units').click()
  const handedOut = page.waitForEvent('download')
  await plan.locator('#hand-out').click()
  await handedOut
  const kept = await page.evaluate(() => {
    const { made } = /** @type {any} */ (document.querySelector('phieu-plan'))
    return {
      phones: made.phones(),
      saved: made.save(),
      plan: made.plan(),
      book: JSON.stringify(made.workbook()),
    }
  })
  assert.match(kept.phones, /901234567/)
  assert.doesNotMatch(kept.saved + kept.plan, /901234567/)
  assert.match(kept.book, /0901 234 567/)
  await page.context().close()
})

test('what reads workbooks does not come: it is said, and the next attempt is as good as the first', async ({
  browser,
}) => {
  const { page, plan } = await theOfficer(browser)
  await page.route('**/phieu_sheets.wasm', (route) => route.abort())
  const csv = file('danh-sach.csv', 'Tên đơn vị\nĐoàn xã A\n')
  await plan.locator('#file').setInputFiles(csv)
  await expect(plan.locator('#trouble')).toContainText('Chưa tải được phần đọc và ghi tệp Excel')
  await page.unroute('**/phieu_sheets.wasm')
  await plan.locator('#file').setInputFiles(csv)
  await expect(plan.locator('#sheet-says')).toContainText('Đọc được 1 đơn vị')
  await page.context().close()
})

/** A zip with one file that unpacks to far more than it weighs. */
function bomb() {
  const name = 'xl/workbook.xml'
  const packed = deflateRawSync(Buffer.alloc(64 << 20, 'a'))
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt16LE(name.length, 26)
  const list = Buffer.alloc(46)
  list.write('PK\x01\x02', 'latin1')
  list.writeUInt16LE(8, 10)
  list.writeUInt32LE(packed.length, 20)
  list.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length + name.length + packed.length, 16)
  return Buffer.concat([head, Buffer.from(name), packed, list, Buffer.from(name), end])
}

test('what is no list is refused with words, and nothing is lost', async ({ browser }) => {
  const { page, plan } = await theOfficer(browser)
  await plan.locator('#file').setInputFiles(file('cu.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])))
  await expect(plan.locator('#trouble')).toContainText('lưu lại thành .xlsx')
  await plan.locator('#nothing').click()
  await plan.locator('#part-units').click()
  await plan.locator('#units').fill('Đoàn xã A')
  await plan.locator('#take-units').click()
  for (const [name, content, words] of /** @type {[string, string | Buffer, string][]} */ ([
    ['bom.xlsx', bomb(), 'giải nén ra lớn bất thường'],
    ['rat-dai.csv', 'a;b\n'.repeat(1_000_000), 'quá 21.000 dòng'],
    ['trong.csv', ' ; \n', 'không có ô nào có chữ'],
  ])) {
    await plan.locator('#sheet-units').setInputFiles(file(name, content))
    await expect(plan.locator('#trouble')).toContainText(words)
    await expect(plan.locator('.row.confirmed')).toHaveCount(1)
  }
  await plan.locator('#sheet-units').setInputFiles(file('cong-thuc.csv', 'Tên đơn vị;Khối\n=A1&B1;Phường\n'))
  await expect(plan.locator('#sheet-findings')).toContainText('Ô A2 là công thức nên không lấy.')
  await expect(plan.locator('#take-sheet')).toBeDisabled()
  await page.context().close()
})
