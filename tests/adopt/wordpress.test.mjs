// The plugin in a real WordPress of Debian's, in Vietnamese, as an administrator meets it: installed, set, checked, deleted.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ROOT, startCollector } from '../browser/collector.mjs'
import { axeFindsNothing, isNotWiderThanTheScreen, Person, photograph } from '../browser/person.mjs'
import {
  admin,
  as,
  closes,
  collector,
  OFFICE,
  opens,
  PLAN,
  posted,
  wordpress,
  ZIP,
} from './wordpress-site.mjs'

before(opens)
after(closes)

test('an administrator installs the zip, and names the collector; the self-test says what is well', () =>
  as('admin', async (page) => {
    await page.goto(admin('plugin-install.php?tab=upload'))
    await page.locator('input[name=pluginzip]').setInputFiles(ZIP)
    await page.locator('#install-plugin-submit').click()
    await page.locator('a[href*="action=activate"]').click()
    await page.locator('#deactivate-phieu').waitFor()
    await page.locator('tr[data-slug=phieu] a[href*="page=phieu"]').click()
    await page.locator('#phieu-endpoints').fill(`${collector.url}/api/\nnowhere.example`)
    await page.locator('#phieu-office').fill(OFFICE)
    await page.locator('#submit').click()
    await page.getByText('Đã bỏ dòng “nowhere.example”').waitFor()
    assert.equal(await page.locator('#phieu-endpoints').inputValue(), `${collector.url}/api`)
    await page.locator('#phieu-check-now').click()
    await page.locator('#phieu-lines').waitFor()
    const states = await page
      .locator('#phieu-lines tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.querySelector('th')?.textContent} ${row.dataset.state}`),
      )
    assert.deepEqual(states, [
      'Tệp của phiếu good',
      'Phiên bản good',
      'Máy chủ trả tệp chương trình good',
      'Máy chủ trả tệp .wasm good',
      'Chính sách nội dung (CSP) good',
      `Nơi nhận ${collector.url}/api good`,
      'Nơi nhận có cho phép trang này gửi báo cáo không good',
      // The plan is of 2023, and so is the collector's clock.
      'Đồng hồ note',
      'Kế hoạch của nơi nhận good',
      'Trong trình duyệt note',
    ])
    await axeFindsNothing(page, 'settings', '.wrap')
  }))

test('the self-test names each fault with its mend', () =>
  as('admin', async (page) => {
    const other = await startCollector({ open: false })
    const { folder } = await wordpress.says(`\\Phieu\\WordPress\\shipped()`)
    const file = join(wordpress.site, 'wp-content/plugins/phieu', folder, 'later.js')
    const whole = await readFile(file)
    try {
      writeFileSync(file, 'cut off')
      await page.goto(admin('options-general.php?page=phieu'))
      const endpoints = [
        `${other.url}/api`,
        `${other.url}/nothing`,
        'http://127.0.0.1:9/api',
        `${collector.url}/api`,
      ]
      await page.locator('#phieu-endpoints').fill(endpoints.reverse().join('\n'))
      await page.locator('#submit').click()
      await page.locator('#phieu-check-now').click()
      await page.locator('#phieu-lines').waitFor()
      const bad = page.locator('#phieu-lines tr[data-state=bad]')
      const said = await bad.allInnerTexts()
      assert.equal(said.length, 4)
      assert.match(said[0], /later\.js[\s\S]*cài lại từ tệp zip/)
      assert.match(said[1], /127\.0\.0\.1:9\/api[\s\S]*phieu serve/)
      assert.match(said[2], /nothing[\s\S]*kết thúc bằng \/api/)
      assert.match(said[3], new RegExp(`--allow-origin ${wordpress.url}`))
      await page.locator('#phieu-lines tr[data-state=note]').getByText('--list MÃ-KẾ-HOẠCH').waitFor()
    } finally {
      writeFileSync(file, whole)
      await other.remove()
      await page.goto(admin('options-general.php?page=phieu'))
      await page.locator('#phieu-endpoints').fill(`${collector.url}/api`)
      await page.locator('#submit').click()
      await page.locator('.notice-success, .updated').first().waitFor()
    }
  }))

test('nobody but an administrator sets anything, and no other page presses the self-test', async () => {
  await as('author', async (page) => {
    const answer = await page.goto(admin('options-general.php?page=phieu'))
    assert.equal(answer?.status(), 403)
  })
  await as('admin', async (page) => {
    const answer = await page.goto(admin('options-general.php?page=phieu&check=1'))
    assert.equal(answer?.status(), 403)
    assert.equal(await page.locator('#phieu-lines').count(), 0)
    const set = await page.request.post(admin('options.php'), {
      form: { option_page: 'phieu', action: 'update', 'phieu_settings[office]': 'Kẻ khác' },
    })
    assert.equal(set.status(), 403)
  })
  const asked = await fetch(`${wordpress.url}/?rest_route=/phieu/v1/plans`)
  assert.equal(asked.status, 401)
})

test('the settings on a small screen, with the self-test, which leads to that of a page', async () => {
  await posted(`[phieu plan="${PLAN}"]`)
  await as(
    'admin',
    async (page) => {
      await page.goto(admin('options-general.php?page=phieu'))
      await page.locator('#phieu-check-now').click()
      await page.locator('#phieu-page-check').waitFor()
      await isNotWiderThanTheScreen(page)
      await page.screenshot({
        path: join(ROOT, 'target/screenshots/wordpress-settings-360.png'),
        fullPage: true,
      })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.screenshot({
        path: join(ROOT, 'target/screenshots/wordpress-settings-1280.png'),
        fullPage: true,
      })
      // What only a browser sees, the form lists on its own page.
      await page.locator('#phieu-page-check').click()
      await page.locator('phieu-check [data-check]').first().waitFor()
      await photograph(page, 'wordpress-phieu-check-1280')
    },
    { width: 360, height: 780 },
  )
})

test('in a site that is not Vietnamese, English', async () => {
  await wordpress.says(`update_option( 'WPLANG', '' )`)
  const { url } = await posted(`[phieu plan="${PLAN}"]`)
  await as('visitor', async (page) => {
    await page.goto(url)
    await new Person(page).sees('Choose your unit')
  })
  await as('admin', async (page) => {
    await page.goto(admin('options-general.php?page=phieu'))
    await page.getByText('One address of a collector’s interface a line').waitFor()
  })
  await wordpress.says(`update_option( 'WPLANG', 'vi' )`)
})

test('deleted, it leaves no setting behind; PHP had nothing to complain of', async () => {
  assert.equal(await wordpress.says(`get_option( 'phieu_settings' )['office']`), OFFICE)
  await as('admin', async (page) => {
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto(admin('plugins.php'))
    await page.locator('#deactivate-phieu').click()
    await page.locator('#activate-phieu').waitFor()
    // WordPress asks before it deletes once its scripts have run.
    await page.waitForLoadState('load')
    await page.locator('#delete-phieu').click()
    await page.locator('tr.plugin-deleted-tr[data-slug=phieu]').waitFor()
  })
  assert.equal(await wordpress.says(`get_option( 'phieu_settings' )`), false)
  const lines = String(await wordpress.complaints()).split('\n')
  assert.deepEqual(
    lines.filter((line) => line.includes('plugins/phieu')),
    [],
  )
})
