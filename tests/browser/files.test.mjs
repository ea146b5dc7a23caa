// Files of a report: chosen, made smaller, kept in pieces, sent once, whatever breaks off in between.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { keepingChromium } from '../support/chromium.mjs'
import { startCollector } from './collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, photograph, visit } from './person.mjs'
import { startPortal } from './portal.mjs'

const TAG =
  '<phieu-report plan="/api/plans/files" endpoint="/api" data-now="2023-03-03T08:30:00+07:00"></phieu-report>'
const PIECE = 256 * 1024
/** How often the browser is killed in the midst of an upload. */
const KILLS = Number(process.env.KILLS ?? 20)

/** @type {import('./collector.mjs').Collector} */
let collector
/** @type {Awaited<ReturnType<typeof startPortal>>} */
let portal

test.beforeAll(async () => {
  collector = await startCollector({ plans: 'tests/browser/fixtures/files' })
  portal = await startPortal({ body: TAG, api: collector.url })
})
test.afterAll(async () => {
  await portal?.stop()
  await collector?.remove()
})

/** A PDF of so many bytes. @param {number} bytes @param {number} seed */
function pdf(bytes, seed) {
  const body = Buffer.alloc(bytes - 16)
  for (let at = 0; at < body.length; at += 1) body[at] = 128 | ((at * 31 + seed + (at >> 8)) & 127)
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), body, Buffer.from('\n%%EOF\n')])
}

/** @param {Buffer} bytes */
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** What the office has of a unit. @param {string} unit @returns {Promise<{ hash: string, bytes: number, kind: string }[]>} */
async function filesOf(unit) {
  const response = await fetch(`${collector.url}/api/office/plans/files/files?unit=${unit}`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  return response.json()
}

/** @param {string} unit @param {string} hash */
async function contentOf(unit, hash) {
  const response = await fetch(`${collector.url}/api/plans/files/files/${hash}?unit=${unit}`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  return Buffer.from(await response.arrayBuffer())
}

/**
 * @param {import('./person.mjs').Person} person
 * @param {string} search
 * @param {string} name
 */
async function opensClosing(person, search, name) {
  await person.form.locator('#unit-search, [data-duty]').first().waitFor()
  if ((await person.form.locator('#unit-search').count()) > 0) await person.choosesUnit(search, name)
  await person.opens('weekly', '2023-02-26')
  await person.opensAllSections()
}

/** Chooses files as a person does. @param {import('./person.mjs').Person} person @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
async function chooses(person, files) {
  const button = person.form.locator('phieu-files .choose')
  await button.waitFor()
  await person.form.locator('phieu-files input[type=file]').setInputFiles(files)
}

test('a signed scan and a photo are chosen on a phone, made smaller, kept and sent before the report', async ({
  browser,
}) => {
  const { page, person, troubles } = await visit(browser, portal.url, {
    viewport: { width: 360, height: 740 },
  })
  const scripts = /** @type {string[]} */ ([])
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await opensClosing(person, 'phuong 1', 'phường 1')
  const { form } = person
  await expect(form.locator('phieu-files')).toContainText('Nhận đến 3 tệp PDF, ảnh, Word (.docx)')
  await expect(form.locator('phieu-follows')).toContainText(
    'văn bản còn yêu cầu gửi: Văn bản chính thức; Tập tin điện tử về hộp thư (quandoan@example.com)',
  )
  await axeFindsNothing(page, 'no files yet')

  // A photo of twelve megapixels, as a camera writes it: with where it was taken.
  const drawn = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
    let seed = 1
    const next = (/** @type {number} */ most) => {
      seed = (seed * 48271) % 2147483647
      return seed % most
    }
    for (let spot = 0; spot < 40_000; spot += 1) {
      pen.fillStyle = `rgb(${next(256)},${next(256)},${next(256)})`
      pen.fillRect(next(4000), next(3000), 4 + next(60), 4 + next(60))
    }
    /** @type {Blob} */
    const blob = await new Promise((done) =>
      canvas.toBlob((made) => done(/** @type {Blob} */ (made)), 'image/jpeg', 0.95),
    )
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  })
  const plain = Buffer.from(drawn, 'latin1')
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0GPSLatitude 10.79 106.62\0\0\0\0'),
  ])
  exif.writeUInt16BE(exif.length - 2, 2)
  const photo = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
  assert.ok(photo.length > 2_000_000, `a photo of ${photo.length} bytes`)
  const scan = pdf(3 * PIECE + 77, 1)
  await chooses(person, [
    { name: 'Báo cáo đã ký.pdf', mimeType: 'application/pdf', buffer: scan },
    { name: 'IMG_2023.jpg', mimeType: 'image/jpeg', buffer: photo },
  ])
  await expect(form.locator('phieu-files li')).toHaveCount(2)
  await expect(form.locator('phieu-files li').first()).toContainText('Báo cáo đã ký.pdf (787 KB)')
  await expect(form.locator('phieu-files li').last()).toContainText('IMG_2023.jpg')
  await isNotWiderThanTheScreen(page)
  await axeFindsNothing(page, 'files chosen')
  await form.locator('phieu-files').scrollIntoViewIfNeeded()
  await photograph(page, 'files-360')
  await page.setViewportSize({ width: 1280, height: 800 })
  await photograph(page, 'files-1280')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, 'files-dark-1280')
  await axeFindsNothing(page, 'files chosen, dark')
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await photograph(page, 'files-forced-1280')
  await axeFindsNothing(page, 'files chosen, forced colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 360, height: 740 })

  await person.keeps('IMG_2023.jpg')
  await page.reload()
  await opensClosing(person, 'phuong 1', 'phường 1')
  await expect(form.locator('phieu-files li')).toHaveCount(2)
  await person.goesToReview()
  await person.sees('Báo cáo đã ký.pdf (787 KB); IMG_2023.jpg')
  await form.locator('#send').click()
  await person.code()

  const here = await filesOf('ward-1')
  assert.deepEqual(
    here.map(({ kind }) => kind),
    ['pdf', 'image'],
  )
  assert.equal(here[0]?.hash, hashOf(scan))
  assert.ok((await contentOf('ward-1', hashOf(scan))).equals(scan), 'the very scan')
  const sent = await contentOf('ward-1', here[1]?.hash ?? '')
  assert.ok(sent.length <= 1_000_000, `a photo arrives with ${sent.length} bytes`)
  assert.ok(!sent.includes('Exif') && !sent.includes('GPS'), 'without its place')
  assert.equal(hashOf(sent), here[1]?.hash)
  // The office has them: the device lets go of them.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((done) => {
            const opening = indexedDB.open('phieu-files')
            opening.onsuccess = () => {
              const counting = opening.result.transaction('pieces').objectStore('pieces').count()
              counting.onsuccess = () => done(counting.result)
            }
          }),
      ),
    )
    .toBe(0)
  assert.ok(scripts.includes('/dist/files.js'))
  assert.deepEqual(troubles, [])
  await page.context().close()
})

test('an office fetches a file, and takes it away after it was asked twice', async ({ browser }) => {
  const office = await startPortal({
    body: '<phieu-office plan="files" endpoint="/api" data-now="2023-03-03T09:00:00+07:00"></phieu-office>',
    api: collector.url,
    script: '<script type="module" src="/dist/office.js"></script>',
  })
  const { page, troubles } = await visit(browser, office.url)
  const view = page.locator('phieu-office')
  await view.locator('#token').fill(collector.token())
  await view.locator('#enter').click()
  await view.locator('summary').first().click()
  await view.getByRole('button', { name: 'Xem: Đoàn phường 1' }).click()
  const files = view.locator('phieu-office-files')
  await expect(files.getByRole('listitem')).toHaveCount(2)
  await axeFindsNothing(page, 'files of a report')
  await files.scrollIntoViewIfNeeded()
  await photograph(page, 'office-files-1280')
  const coming = page.waitForEvent('download')
  await files.getByRole('button', { name: 'Tải về: Báo cáo đã ký.pdf' }).click()
  const download = await coming
  assert.equal(download.suggestedFilename(), 'Báo cáo đã ký.pdf')
  assert.equal(hashOf(readFileSync(await download.path())), hashOf(pdf(3 * PIECE + 77, 1)))
  await files.getByRole('button', { name: 'Xóa: IMG_2023.jpg' }).click()
  const sure = files.getByRole('button', { name: /^Xóa hẳn/ })
  await expect(sure).toBeFocused()
  await files.getByRole('button', { name: /^Giữ lại/ }).click()
  await expect(files.getByRole('button', { name: 'Xóa: IMG_2023.jpg' })).toBeFocused()
  await files.getByRole('button', { name: 'Xóa: IMG_2023.jpg' }).click()
  await sure.click()
  await expect(files.getByRole('listitem').last()).toContainText('Đã xóa lúc')
  await expect(files.getByRole('listitem').last()).toContainText('(office)')
  await axeFindsNothing(page, 'a file that was taken away')
  await photograph(page, 'office-files-deleted-1280')
  assert.deepEqual(troubles, [])
  await office.stop()
  await page.context().close()
})

test('what is no file of a kind that is asked is said, and can be taken out again', async ({ browser }) => {
  const { page, person } = await visit(browser, portal.url)
  await opensClosing(person, 'phuong 2', 'phường 2')
  const { form } = person
  const file = (/** @type {string} */ name, /** @type {string | Buffer} */ text) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(text),
  })
  await chooses(person, [
    file('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    file('a.pdf', '<!doctype html><script>alert(1)</script>'),
    file('anh.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])),
    file('../../etc/passwd\u202efdp.pdf', pdf(2_000, 2)),
  ])
  const said = form.locator('phieu-files .finding')
  await expect(said).toHaveCount(3)
  await expect(said.first()).toContainText('Ở đây chỉ nhận PDF hoặc ảnh hoặc Word (.docx)')
  await expect(said.last()).toContainText('không đọc được ảnh này')
  await expect(form.locator('phieu-files li')).toHaveText(/^passwdfdp\.pdf \(2 KB\)/)
  await axeFindsNothing(page, 'files refused')
  await photograph(page, 'files-refused-1280')
  await form.getByRole('button', { name: /^Bỏ ra: passwdfdp\.pdf/ }).click()
  await expect(form.locator('phieu-files li')).toHaveCount(0)
  await expect(form.locator('phieu-files .choose')).toBeFocused()
  await person.goesToReview()
  await person.sees('còn trống')
  await page.context().close()
})

test('a host that takes the report itself gets its files', async ({ browser }) => {
  const { page, person } = await visit(browser, portal.url)
  await page.evaluate(() => {
    document.addEventListener('phieu-submit', (event) => {
      const submit = /** @type {any} */ (event)
      submit.respondWith(
        submit.files().then((/** @type {File[]} */ files) => ({
          outcome: 'accepted',
          receipt: files.map(({ name, size }) => `${name} ${size}`).join(),
        })),
      )
    })
  })
  await opensClosing(person, 'phuong 3', 'phường 3')
  await chooses(person, [{ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf(PIECE + 9, 3) }])
  await expect(person.form.locator('phieu-files li')).toHaveCount(1)
  await person.goesToReview()
  await person.form.locator('#send').click()
  await person.sees(`a.pdf ${PIECE + 9}`)
  assert.deepEqual(await filesOf('ward-3'), [], 'nothing went to the office by itself')
  await page.context().close()
})

test('a browser that is killed in an upload goes on where it was, and sends no piece twice', async () => {
  test.setTimeout(60_000 + KILLS * 15_000)
  const profile = mkdtempSync(join(tmpdir(), 'phieu-upload-'))
  const kill = () => {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) process.kill(Number(id), 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
  }
  const scan = pdf((KILLS + 3) * PIECE, 4)
  const sent = /** @type {string[]} */ ([])
  /** What has been let through since the browser was started. */
  let through = 0
  /** @param {import('playwright').Page} page */
  const watch = (page) =>
    page.route('**/api/plans/files/files/**', async (route) => {
      const url = new URL(route.request().url())
      if (route.request().method() !== 'PUT') return route.continue()
      // One piece a life, as on a line that is as slow as that.
      if (through >= 1) return undefined
      const response = await route.fetch()
      sent.push(url.searchParams.get('offset') ?? '')
      through += 1
      return route.fulfill({ response }).catch(() => {})
    })

  const first = await keepingChromium(profile)
  const { page, person } = await visit(first, portal.url)
  await watch(page)
  await opensClosing(person, 'phuong 2', 'phường 2')
  await chooses(person, [{ name: 'BC 05.pdf', mimeType: 'application/pdf', buffer: scan }])
  await expect(person.form.locator('phieu-files li')).toHaveCount(1)
  await person.goesToReview()
  await person.form.locator('#send').click()
  await person.form.locator('.sending-files progress').waitFor()
  await axeFindsNothing(page, 'files being sent')
  await photograph(page, 'files-sending-1280')
  await expect.poll(() => sent.length).toBe(1)
  kill()
  await first.close().catch(() => {})
  for (let life = 1; life <= KILLS; life += 1) {
    through = 0
    const again = await keepingChromium(profile)
    const tab = await again.newPage()
    await watch(tab)
    await tab.goto(portal.url)
    await expect.poll(() => sent.length, `life ${life}`).toBe(life + 1)
    kill()
    await again.close().catch(() => {})
  }
  const last = await keepingChromium(profile)
  const end = await visit(last, portal.url)
  await expect.poll(async () => (await filesOf('ward-2')).map(({ hash }) => hash)).toContain(hashOf(scan))
  assert.equal(new Set(sent).size, sent.length, 'no piece was sent twice')
  assert.ok((await contentOf('ward-2', hashOf(scan))).equals(scan), 'nothing is torn')
  await end.page.context().close()
  await last.close().catch(() => {})
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})
