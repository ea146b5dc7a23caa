// The plugin as an author meets it who may write no HTML of his own, in both editors and with all that is pasted; and as
// a visitor meets what he wrote.
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isNotWiderThanTheScreen, photograph, RIGHT, slipOf } from '../browser/person.mjs'
import {
  admin,
  as,
  closes,
  collector,
  hasTheForm,
  installs,
  OFFICE,
  opens,
  PLAN,
  posted,
  SILENT,
  wordpress,
} from './wordpress-site.mjs'

before(async () => {
  await opens()
  await installs()
})
after(closes)

test('the block editor: an author chooses plan and collector beside a living form, and a visitor sends a report', async () => {
  let url = ''
  await as('author', async (page) => {
    await opensTheBlockEditor(page)
    await page.keyboard.type('Báo cáo tuần')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/phiếu')
    await page.getByRole('option', { name: 'Phiếu báo cáo' }).click()
    const block = page.locator('[data-type="phieu/form"]')
    await block.getByLabel('Nơi nhận').selectOption(SILENT)
    await block.getByText('Nơi nhận không cho xem danh sách kế hoạch').first().waitFor()
    await block.getByLabel('Nơi nhận').selectOption('')
    await block.getByLabel('Kế hoạch', { exact: true }).selectOption(PLAN)
    await hasTheForm(page)
    await photograph(page, 'wordpress-block-1280')
    await page.setViewportSize({ width: 360, height: 780 })
    await hasTheForm(page)
    await photograph(page, 'wordpress-block-360')
    await page.setViewportSize({ width: 1280, height: 900 })
    const side = page.locator('.block-editor-block-inspector')
    await side.getByLabel('Hiện').selectOption('progress')
    await block.getByText('Trên trang thật, ở chỗ này hiện: Tiến độ từng chỉ tiêu').first().waitFor()
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
  labelled('phieu-office plan="x" endpoint="https://elsewhere.example/api"'),
  labelled('div data-phieu-report data-plan="x" data-endpoint="https://elsewhere.example/api"'),
  labelled('div data-phieu-office data-plan="x" data-endpoint="/&#47elsewhere.example/api"'),
]

/** A block whose label is a tag, which no text of the post shows. @param {string} tag */
function labelled(tag) {
  const label = JSON.stringify(`<${tag}></${tag.split(' ')[0]}>`)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
  return `<!-- wp:search {"label":${label},"buttonText":"Tìm"} /-->`
}

/** Every form of a page whose collector is not the administrator's. @param {import('playwright').Page} page */
async function strangers(page) {
  const forms = page.locator('phieu-report, phieu-office, phieu-progress')
  const endpoints = await forms.evaluateAll((all) => all.map((each) => each.getAttribute('endpoint')))
  return endpoints.filter(
    (endpoint) => endpoint !== api() && endpoint !== null && !endpoint.startsWith(wordpress.url),
  )
}

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
      assert.deepEqual(await strangers(page), [], kept)
    }
    assert.deepEqual(
      asked.filter((url) => new URL(url).hostname.includes('elsewhere')),
      [],
    )
  })
})

test('nor from a block kept for reuse, nor from an excerpt', async () => {
  const right = `[phieu plan="${PLAN}"]`
  const foreign = ELSEWHERE.slice(5).join('\n')
  const reused = await posted(`<!-- wp:html -->${foreign}<!-- /wp:html -->`, { post_type: 'wp_block' })
  const excerpt =
    'Trích: <div data-phieu-report data-plan="x" data-endpoint="https://elsewhere.example/api">đây</div>'
  await posted('Bài có trích đoạn', {
    post_excerpt: `${excerpt}<phieu-office plan="x" endpoint="https://elsewhere.example/api"></phieu-office>`,
  })
  const latest = '<!-- wp:latest-posts {"displayPostContent":true,"displayPostContentRadio":"excerpt"} /-->'
  const ways = { [`<!-- wp:block {"ref":${reused.id}} /-->`]: '', [latest]: 'Trích:' }
  await as('visitor', async (page) => {
    for (const [way, seen] of Object.entries(ways)) {
      const { url } = await posted(`${way}\n\n${right}`)
      await page.goto(url)
      await hasTheForm(page, 'phieu-report >> nth=-1')
      if (seen) await page.getByText(seen).first().waitFor()
      assert.deepEqual(await strangers(page), [], way)
    }
  })
})

test('who opens another’s block in the editor sends nothing anywhere', async () => {
  const there = 'https://elsewhere.example/api'
  const block = (/** @type {object} */ attributes) => `<!-- wp:phieu/form ${JSON.stringify(attributes)} /-->`
  const { id } = await posted(
    [
      block({ view: 'office', plan: PLAN, endpoint: there }),
      block({ plan: PLAN, endpoint: there }),
      block({ plan: PLAN, endpoint: '/\\elsewhere.example/api' }),
      block({ view: 'office', plan: PLAN }),
      block({ plan: PLAN }),
    ].join('\n\n'),
  )
  await as('admin', async (page) => {
    await page.goto(admin(`post.php?post=${id}&action=edit`))
    const blocks = page.locator('[data-type="phieu/form"]')
    for (const refused of [0, 1, 2])
      await blocks.nth(refused).getByText('chưa được cho phép trên trang này').first().waitFor()
    await blocks.nth(3).getByText('Danh sách phiếu cho văn phòng').first().waitFor()
    await hasTheForm(page)
    assert.equal(await page.locator('phieu-report').count(), 1)
    assert.equal(await page.locator('phieu-office').count(), 0)
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

test('behind an optimizer that joins scripts into one of its own, the form finds its files', async () => {
  const { url } = await posted(`[phieu plan="${PLAN}"]`)
  const { folder } = await wordpress.says('\\Phieu\\WordPress\\shipped()')
  const content = join(wordpress.site, 'wp-content')
  mkdirSync(join(content, 'cache'), { recursive: true })
  copyFileSync(join(content, 'plugins/phieu', folder, 'phieu.js'), join(content, 'cache/joined.js'))
  writeFileSync(
    join(content, 'mu-plugins/joins.php'),
    `<?php add_filter( 'script_loader_tag', function ( $tag, $handle ) {
      return 'phieu-report' === $handle ? '<script type="module" src="' . content_url( 'cache/joined.js' ) . '"></script>' : $tag;
    }, 99, 2 );`,
  )
  await as('visitor', async (page) => {
    await page.goto(url)
    const person = await hasTheForm(page)
    assert.equal(await page.locator('script[src$="cache/joined.js"]').count(), 1)
    await person.opensFirstWeek()
    await person.types('/figures/trees', '1000')
    await person.sees('1.000 cây')
  })
  writeFileSync(join(content, 'mu-plugins/joins.php'), '<?php')
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
