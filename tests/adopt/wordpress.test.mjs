// The plugin in a real WordPress of Debian's, in Vietnamese: installed as an administrator does, used by an author who may
// write no HTML of his own, in both editors, and filled in by a visitor.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ROOT, startCollector } from '../browser/collector.mjs'
import {
  axeFindsNothing,
  isNotWiderThanTheScreen,
  Person,
  photograph,
  RIGHT,
  slipOf,
} from '../browser/person.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { isThere, PEOPLE, WordPress } from './wordpress.mjs'

const ZIP = join(ROOT, 'target/phieu-wordpress.zip')
const PLAN = 'tan-phu-thang-thanh-nien-2023'
const OFFICE = 'Quận Đoàn Tân Phú'

/** @type {WordPress} */
let wordpress
/** @type {import('../browser/collector.mjs').Collector} */
let collector
/** @type {import('playwright').Browser} */
let browser

before(async () => {
  if (!isThere()) throw new Error('WordPress is not there. To mend it: tools/setup.sh wordpress')
  if (!existsSync(ZIP)) throw new Error('The plugin is not packed. To mend it: make wordpress')
  wordpress = await WordPress.start()
  collector = await startCollector({ args: ['--allow-origin', wordpress.url] })
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await collector?.remove()
  await wordpress?.remove()
})

/**
 * What a person does in a browser of their own.
 * @param {keyof typeof PEOPLE | 'visitor'} who
 * @param {(page: import('playwright').Page) => Promise<void>} story
 * @param {{ width: number, height: number }} [viewport]
 */
async function as(who, story, viewport = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  try {
    if (who !== 'visitor') await wordpress.letsIn(page, who)
    await story(page)
  } finally {
    await context.close()
  }
}

/** The address of a page of the administration. @param {string} path */
const admin = (path) => `${wordpress.url}/wp-admin/${path}`

/**
 * A post that the author has written, as WordPress keeps and cleans it.
 * @param {string} content
 * @returns {Promise<{ url: string, kept: string }>}
 */
async function posted(content) {
  const text = Buffer.from(content).toString('base64')
  return wordpress.says(`( function () {
    wp_set_current_user( get_user_by( 'login', '${PEOPLE.author}' )->ID );
    if ( current_user_can( 'unfiltered_html' ) ) { throw new Exception( 'the author may write anything' ); }
    $id = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'Báo cáo', 'post_content' => wp_slash( base64_decode( '${text}' ) ) ) );
    return array( 'url' => get_permalink( $id ), 'kept' => get_post( $id )->post_content );
  } )()`)
}

/** @param {import('playwright').Page} page @param {string} [tag] */
async function hasTheForm(page, tag) {
  const person = new Person(page, tag)
  await person.sees('Chọn đơn vị')
  assert.equal(
    await person.form.evaluate((element) => element.getAttribute('endpoint')),
    `${collector.url}/api`,
  )
  return person
}

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
      'Nơi nhận cho trang này gửi tới good',
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
    const whole = await import('node:fs/promises').then(({ readFile }) => readFile(file))
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

test('the block editor: an author chooses plan and collector beside a living form, and a visitor sends a report', async () => {
  let url = ''
  await as('author', async (page) => {
    await opensTheBlockEditor(page)
    await page.keyboard.type('Báo cáo tuần')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/phiếu')
    await page.getByRole('option', { name: 'Phiếu báo cáo' }).click()
    const block = page.locator('[data-type="phieu/form"]')
    await block.getByLabel('Nơi nhận').waitFor()
    await block.getByLabel('Kế hoạch', { exact: true }).selectOption(PLAN)
    await hasTheForm(page)
    await photograph(page, 'wordpress-block-1280')
    await page.setViewportSize({ width: 360, height: 780 })
    await hasTheForm(page)
    await photograph(page, 'wordpress-block-360')
    await page.setViewportSize({ width: 1280, height: 900 })
    const side = page.locator('.block-editor-block-inspector')
    await side.getByLabel('Hiện').selectOption('progress')
    await block.locator('phieu-progress #token').waitFor()
    await side.getByLabel('Hiện').selectOption('report')
    await hasTheForm(page)
    url = await publishes(page)
  })
  await as('visitor', async (page) => {
    await page.goto(url)
    const person = await hasTheForm(page)
    await isNotWiderThanTheScreen(page)
    await person.opensFirstWeek()
    await photograph(page, 'wordpress-page-1280')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.sends()
    assert.match(await person.code(), /-/)
    await person.sees(`${OFFICE} đã nhận báo cáo này.`)
  })
  await as(
    'visitor',
    async (page) => {
      await page.goto(url)
      const person = await hasTheForm(page)
      await person.choosesUnit('son ky', 'Sơn Kỳ')
      await person.opens('weekly', '2023-02-26')
      await isNotWiderThanTheScreen(page)
      await photograph(page, 'wordpress-page-360')
    },
    { width: 360, height: 780 },
  )
})

test('the block editor: a shortcode pasted from Word, with curled quotes', async () => {
  let url = ''
  await as('author', async (page) => {
    await opensTheBlockEditor(page)
    await page.keyboard.type('Báo cáo quý')
    await page.keyboard.press('Enter')
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    }, `Mời các đơn vị báo cáo:\n\n[phieu plan=”${PLAN}” office=“${OFFICE}”]`)
    url = await publishes(page)
  })
  await as('visitor', async (page) => {
    await page.goto(url)
    const { form } = await hasTheForm(page)
    assert.equal(await form.evaluate((element) => element.getAttribute('office')), OFFICE)
  })
})

test('the classic editor: typed as it looks, and pasted as text', async () => {
  const folder = join(wordpress.site, 'wp-content/mu-plugins')
  mkdirSync(folder, { recursive: true })
  // What the plugin Classic Editor does.
  writeFileSync(
    join(folder, 'classic.php'),
    `<?php add_filter( 'use_block_editor_for_post', '__return_false' );`,
  )
  const ways = {
    /** @param {import('playwright').Page} page */
    async looks(page) {
      await page.locator('#content-tmce').click()
      const text = page.frameLocator('#content_ifr').locator('body')
      await text.click()
      await text.pressSequentially(`Mời báo cáo`)
      await text.press('Enter')
      await text.pressSequentially(`[phieu plan=”${PLAN}” office=“${OFFICE}”]`)
    },
    /** @param {import('playwright').Page} page */
    async text(page) {
      await page.locator('#content-html').click()
      await page
        .locator('#content')
        .fill(`Mời báo cáo\n\n[phieu\n plan="${PLAN}"\n office="${OFFICE}"\n]\n\nXin cảm ơn.`)
    },
  }
  for (const [name, writes] of Object.entries(ways)) {
    let url = ''
    await as('author', async (page) => {
      await page.goto(admin('post-new.php'))
      await page.locator('#title').fill(`Báo cáo ${name}`)
      await writes(page)
      if (name === 'looks') await photograph(page, 'wordpress-classic-1280')
      await page.locator('#publish').click()
      await page.locator('#message').waitFor()
      url = (await page.locator('#message a').first().getAttribute('href')) ?? ''
    })
    await as('visitor', async (page) => {
      await page.goto(url)
      const { form } = await hasTheForm(page)
      assert.equal(await form.evaluate((element) => element.getAttribute('office')), OFFICE)
    })
  }
  writeFileSync(join(folder, 'classic.php'), '<?php')
})

const api = () => `${collector.url}/api`

/** What people paste, and what their editors make of it. @type {Record<string, () => string>} */
const WRITTEN = {
  'a shortcode': () => `[phieu plan="${PLAN}" office="${OFFICE}"]`,
  'with single quotes': () => `[phieu plan='${PLAN}' office='${OFFICE}']`,
  'with low and high quotes': () => `[phieu plan=„${PLAN}“ office=«${OFFICE}»]`,
  'with quotes as references': () => `[phieu plan=&#8221;${PLAN}&#8221; office=&ldquo;${OFFICE}&rdquo;]`,
  'with inches': () => `[phieu plan=″${PLAN}″ office=″${OFFICE}″]`,
  'with hard spaces': () => `[phieu\u00a0plan="${PLAN}"&nbsp;office="${OFFICE}"]`,
  'over several lines, which the editor breaks': () =>
    `[phieu<br />\nplan="${PLAN}"<br />\noffice="${OFFICE}"]`,
  'with the address made a link': () =>
    `[phieu plan="${PLAN}" office="${OFFICE}" endpoint="<a href="${api()}">${api()}</a>"]`,
  'in bold': () => `<p>[phieu plan="<strong>${PLAN}</strong>" office="${OFFICE}"]</p>`,
  'the division of the documentation': () =>
    `<div data-phieu-report data-plan="${api()}/plans/${PLAN}" data-endpoint="${api()}" data-office="${OFFICE}"></div>`,
  'a division of a plan alone': () =>
    `<div data-phieu-report data-plan="${PLAN}" data-office="${OFFICE}"><p><br></p></div>`,
  'a division with curled quotes': () =>
    `<div data-phieu-report data-plan=”${PLAN}” data-office="${OFFICE}"></div>`,
  'the tag of the documentation, and its script': () =>
    `<script type="module" src="/phieu/phieu.js"></script><phieu-report plan="${PLAN}" office="${OFFICE}"></phieu-report>`,
  'a block written by hand': () => `<!-- wp:phieu/form {"plan":"${PLAN}","office":"${OFFICE}"} /-->`,
  'a block of a shortcode': () =>
    `<!-- wp:shortcode -->[phieu plan="${PLAN}" office="${OFFICE}"]<!-- /wp:shortcode -->`,
  'a block of HTML': () =>
    `<!-- wp:html --><div data-phieu-report data-plan="${PLAN}" data-office="${OFFICE}"></div><!-- /wp:html -->`,
}

test('whatever an author has written, the form stands there, once', async () => {
  await as('visitor', async (page) => {
    for (const [name, writes] of Object.entries(WRITTEN)) {
      const { url, kept } = await posted(writes())
      await page.goto(url)
      const person = await hasTheForm(page).catch((cause) => {
        throw new Error(`${name}: ${kept}`, { cause })
      })
      assert.equal(await person.form.count(), 1, name)
      assert.equal(await person.form.evaluate((element) => element.getAttribute('office')), OFFICE, name)
      assert.equal(await page.locator('script[src*="/phieu/phieu.js"]').count(), 0, name)
      assert.equal(await page.locator('script[src*="form/"][src$="phieu.js"]').count(), 1, name)
    }
  })
})

/** What would send a unit's code elsewhere. */
const ELSEWHERE = [
  `[phieu plan="${PLAN}" endpoint="https://elsewhere.example/api"]`,
  `[phieu plan="${PLAN}" endpoint="//elsewhere.example/api"]`,
  `[phieu plan="${PLAN}" endpoint="/\\elsewhere.example/api"]`,
  `[phieu plan="${PLAN}" endpoint="https://127.0.0.1@elsewhere.example/api"]`,
  `<!-- wp:phieu/form {"plan":"${PLAN}","endpoint":"https://elsewhere.example/api"} /-->`,
  `<div data-phieu-report data-plan="${PLAN}" data-endpoint="https://elsewhere.example/api"></div>`,
  `<div title="a > b" data-phieu-report data-plan="${PLAN}" data-endpoint="https://elsewhere.example/api"></div>`,
  `<div title='"' data-phieu-report data-plan="${PLAN}" data-endpoint="https://elsewhere.example/api"></div>`,
  `<p data-phieu-report data-plan="${PLAN}" data-endpoint="https://elsewhere.example/api"></p>`,
  `<DIV DATA-PHIEU-REPORT DATA-PLAN="${PLAN}" DATA-ENDPOINT="https://elsewhere.example/api"></DIV>`,
  `<div data-\x01-report data-plan="${PLAN}" data-endpoint="https://elsewhere.example/api"></div>`,
  `<phieu-report plan="${PLAN}" endpoint="https://elsewhere.example/api"></phieu-report>`,
  `<div data-phieu-report data-plan="${PLAN}" data-files="https://elsewhere.example/"></div>`,
]

test('an author sends no unit’s code to where no administrator has allowed it', async () => {
  const right = `[phieu plan="${PLAN}"]`
  await as('visitor', async (page) => {
    /** @type {string[]} */
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    for (const written of ELSEWHERE) {
      // A right form beside it brings the script.
      const { url, kept } = await posted(`${written}\n\n${right}`)
      await page.goto(url)
      await hasTheForm(page, 'phieu-report >> nth=-1')
      const forms = page.locator('phieu-report')
      const endpoints = await forms.evaluateAll((all) => all.map((each) => each.getAttribute('endpoint')))
      assert.deepEqual(
        endpoints.filter(
          (endpoint) => endpoint !== api() && endpoint !== null && !endpoint.startsWith(wordpress.url),
        ),
        [],
        kept,
      )
    }
    assert.deepEqual(
      asked.filter((url) => new URL(url).hostname.includes('elsewhere')),
      [],
    )
  })
})

test('who writes is told why no form stands there, visitors only that none does', async () => {
  const { url } = await posted(`[phieu plan="${PLAN}" endpoint="https://elsewhere.example/api"]`)
  await as('visitor', async (page) => {
    await page.goto(url)
    await page.getByText('Phiếu báo cáo ở chỗ này chưa dùng được.').waitFor()
    assert.equal(await page.getByText('elsewhere.example').count(), 0)
  })
  await as('author', async (page) => {
    await page.goto(url)
    await page.getByText('Nơi nhận https://elsewhere.example/api chưa được cho phép').waitFor()
  })
})

test('the script is where a form is, and nowhere else; what a post says of the tag is text', async () => {
  const { url } = await posted('<p>Viết <code>&lt;phieu-report&gt;</code> hoặc data-phieu-report.</p>')
  await as('visitor', async (page) => {
    for (const address of [url, `${wordpress.url}/?page_id=2`]) {
      await page.goto(address)
      assert.equal(await page.locator('script[src*="plugins/phieu"]').count(), 0)
    }
    await page.goto(url)
    await page.getByText('<phieu-report> hoặc data-phieu-report.').waitFor()
  })
})

test('office and progress stand in a page as well, and in a theme of blocks', async () => {
  const { url } = await posted(
    `[phieu_office plan=”${PLAN}”]\n\n<div data-phieu-progress data-plan="${PLAN}"></div>`,
  )
  await wordpress.says(`switch_theme( 'twentytwentythree' )`)
  await as('visitor', async (page) => {
    await page.goto(url)
    await page.locator('phieu-office #token').fill(collector.token())
    await page.locator('phieu-office #enter').click()
    await page.locator(`phieu-office ${slipOf('weekly', '2023-02-26')}`).waitFor()
    await page.locator('phieu-progress .whole-text').first().waitFor()
  })
  await wordpress.says(`switch_theme( 'twentytwentyone' )`)
})

test('the settings on a small screen, with the self-test', () =>
  as(
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
  ))

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

/** @param {import('playwright').Page} page */
async function opensTheBlockEditor(page) {
  await page.goto(admin('post-new.php'))
  const title = page.locator('.editor-post-title__input')
  await title.waitFor()
  await page.evaluate(() =>
    /** @type {any} */ (window).wp.data
      .dispatch('core/preferences')
      .set('core/edit-post', 'welcomeGuide', false),
  )
  await title.click()
}

/**
 * @param {import('playwright').Page} page
 * @returns {Promise<string>} the address of what was published
 */
async function publishes(page) {
  await page.locator('.editor-post-publish-panel__toggle').click()
  await page.locator('.editor-post-publish-panel .editor-post-publish-button').click()
  await page.locator('.post-publish-panel__postpublish, .components-snackbar').first().waitFor()
  return page.evaluate(() => /** @type {any} */ (window).wp.data.select('core/editor').getPermalink())
}
