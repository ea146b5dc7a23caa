// The portals that the form must live in, one habit at a time.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { NOW, ROOT, startCollector } from './collector.mjs'
import { Person, RIGHT, visit } from './person.mjs'
import { PLAN, STRICT, startPortal, TAG } from './portal.mjs'

/** @type {import('./collector.mjs').Collector} */
let collector

test.beforeAll(async () => {
  collector = await startCollector()
})
test.afterAll(async () => {
  await collector?.remove()
})

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./portal.mjs').Habits} habits
 * @param {(visit: import('./person.mjs').Visit & { portal: Awaited<ReturnType<typeof startPortal>> }) => Promise<void>} story
 */
async function at(browser, habits, story) {
  const portal = await startPortal({ api: collector.url, ...habits })
  const visited = await visit(browser, portal.url)
  try {
    await story({ ...visited, portal })
  } finally {
    await visited.page.context().close()
    await portal.stop()
  }
}

const DIV = `<div data-phieu-report data-plan="${PLAN}" data-endpoint="/api" data-now="${NOW}">
  <p><br></p>Đang tải…<br></div>`

test('an editor that drops custom tags: the same form on a div, stray <p> and <br> in it', ({ browser }) =>
  at(browser, { body: DIV }, async ({ person, troubles }) => {
    await person.opensFirstWeek()
    await person.types('/figures/trees', '1000')
    await person.sees('1.000 cây')
    assert.deepEqual(troubles, [])
  }))

test('whoever may write no script names no folder of another site for the scripts', async ({ browser }) => {
  const other = await startPortal({ body: '' })
  const body = DIV.replace('<div', `<div data-files="${other.url}dist"`)
  await at(browser, { body }, async ({ person }) => {
    await person.opensFirstWeek()
    await person.types('/figures/trees', '1000')
    await person.sees('1.000 cây')
    assert.deepEqual(other.requests, [])
  })
  await other.stop()
})

test('curled quotes in attributes', ({ browser }) =>
  at(
    browser,
    { body: `<div data-phieu-report data-plan=”${PLAN}” data-now=“${NOW}”></div>` },
    async ({ person }) => {
      await person.choosesUnit('tay thanh', 'Tây Thạnh')
    },
  ))

test('two forms on a page stay apart', ({ browser }) => {
  const body = `${TAG.replace('<phieu-report', '<phieu-report id="a" unit="phuong-tay-thanh"')}
    ${TAG.replace('<phieu-report', '<phieu-report id="b" unit="phuong-son-ky"')}`
  return at(browser, { body }, async ({ page, troubles }) => {
    const [a, b] = [new Person(page, '#a'), new Person(page, '#b')]
    await a.opens('weekly', '2023-02-26')
    await b.opens('weekly', '2023-02-26')
    await a.types('/figures/trees', '11')
    await b.types('/figures/trees', '22')
    await a.holds('/figures/trees', '11')
    await a.sees('Tây Thạnh')
    await b.sees('Sơn Kỳ')
    assert.deepEqual(troubles, [])
  })
})

test('a unit and a duty fixed by attribute open the form at once', ({ browser }) => {
  const body = TAG.replace('<phieu-report', '<phieu-report unit="phuong-tay-thanh" duty="weekly"')
  return at(browser, { body }, async ({ person }) => {
    await person.sees('Tuần 1')
    await expect(person.form.locator('#change-unit')).toHaveCount(0)
  })
})

test('parts of the page are replaced under way: what comes later is mounted too', ({ browser }) =>
  at(browser, { body: `<div id="panel">${DIV}</div>` }, async ({ page, person }) => {
    await person.sees('Chọn đơn vị')
    for (let time = 0; time < 3; time += 1) {
      await page.evaluate((html) => {
        const panel = document.querySelector('#panel')
        if (panel) panel.innerHTML = html
      }, DIV)
      await person.sees('Chọn đơn vị')
    }
    await expect(page.locator('phieu-report')).toHaveCount(1)
  }))

test('one form around the whole page: Enter posts nothing, nothing of ours is posted, no listener hears us', ({
  browser,
}) => {
  const body = `<form action="/posted" method="get" id="page"><input name="q" value="1">${TAG}
    <button>Gửi trang</button></form>`
  return at(browser, { body }, async ({ page, person, portal }) => {
    await page.evaluate(() => {
      const heard = /** @type {string[]} */ ([])
      Object.assign(window, { heard })
      for (const type of ['keydown', 'keypress', 'input', 'submit']) {
        document.querySelector('#page')?.addEventListener(type, (event) => {
          const key = /** @type {any} */ (event).key
          if (type === 'input' || type === 'submit' || key === 'Enter') heard.push(type)
        })
      }
    })
    await person.opensFirstWeek()
    await person.input('/figures/trees').focus()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await person.form.locator('#to-review').focus()
    await page.keyboard.press('Enter')
    await person.summary()
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), [])
    assert.equal(page.url(), portal.url)
    const posted = await page.evaluate(() => [
      ...new FormData(document.querySelector('#page') ?? undefined).keys(),
    ])
    assert.deepEqual(posted, ['q'])
  })
})

test('in English, and back, with what was typed', ({ browser }) => {
  const body = TAG.replace('<phieu-report', '<phieu-report lang="en" unit="phuong-tay-thanh"')
  return at(browser, { body }, async ({ page, person, troubles }) => {
    await person.sees('Reports to send')
    await person.opens('weekly', '2023-02-26')
    await person.types('/figures/trees', 'many')
    await person.sees('Review and send')
    await person.sees(/Saved on this device at [0-2]\d:[0-5]\d/)
    await page.evaluate(() => document.querySelector('phieu-report')?.setAttribute('lang', 'vi'))
    await person.sees('Xem lại và gửi')
    await person.holds('/figures/trees', 'many')
    assert.deepEqual(troubles, [])
  })
})

test('with a name, the form of the page carries the report', ({ browser }) => {
  const tag = TAG.replace('<phieu-report', '<phieu-report name="report" unit="phuong-tan-quy"')
  return at(browser, { body: `<form id="page">${tag}</form>` }, async ({ page, person }) => {
    await person.opens('weekly', '2023-02-26')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.sends()
    await person.code()
    const carried = await page.evaluate(() =>
      new FormData(document.querySelector('form') ?? undefined).get('report'),
    )
    assert.equal(JSON.parse(String(carried)).report.unit, 'phuong-tan-quy')
  })
})

test('two ways to ask for a look: custom properties and parts', ({ browser }) => {
  const css =
    'phieu-report { --phieu-accent: rgb(10, 80, 40) } phieu-report::part(duties) { border-style: dotted }'
  const body = TAG.replace('<phieu-report', '<phieu-report unit="phuong-son-ky" theme="light"')
  return at(browser, { body, css }, async ({ person }) => {
    const button = person.form.locator('.primary').first()
    await button.waitFor()
    assert.equal(await button.evaluate((each) => getComputedStyle(each).backgroundColor), 'rgb(10, 80, 40)')
    const sheet = person.form.locator('[part=duties]')
    assert.equal(await sheet.evaluate((each) => getComputedStyle(each).borderTopStyle), 'dotted')
  })
})

// The page's own 40 px are taken for a person's wish for larger text, up to one and a half times.
test('a hostile style sheet neither hides nor bloats the form', ({ browser }) => {
  const css = `* { all: revert; font-size: 40px !important; display: none; color: red !important; line-height: 3 !important;
      letter-spacing: 1em !important; text-transform: uppercase !important; visibility: hidden; }
    html, body, main { display: block !important; visibility: visible !important }
    phieu-report { display: none !important; opacity: 0 !important; visibility: hidden !important; height: 3px !important;
      overflow: hidden !important }
    input, button, div, p, label { display: none !important; float: right !important; width: 1px !important }`
  return at(browser, { body: TAG, css }, async ({ person }) => {
    await person.opensFirstWeek()
    const input = person.input('/figures/trees')
    await expect(input).toBeVisible()
    const size = await input.evaluate((element) => {
      const { fontSize, float } = getComputedStyle(element)
      return { fontSize, float, wide: element.getBoundingClientRect().width > 100 }
    })
    assert.deepEqual(size, { fontSize: '24px', float: 'none', wide: true })
    const look = await person.form.locator('label[for=at_figures_trees]').evaluate((label) => {
      const { letterSpacing, textTransform, color } = getComputedStyle(label)
      return { letterSpacing, textTransform, isRed: color === 'rgb(255, 0, 0)' }
    })
    assert.deepEqual(look, { letterSpacing: 'normal', textTransform: 'none', isRed: false })
  })
})

test('the strictest policy that lets wasm run: no breach from the unit to the receipt', ({ browser }) =>
  at(
    browser,
    { body: TAG.replace('<phieu-report', '<phieu-report unit="phuong-son-ky"'), csp: STRICT },
    async ({ page, person, troubles }) => {
      await person.opens('weekly', '2023-02-26')
      await person.fillsIn(RIGHT)
      await person.addsActivity()
      await person.sends()
      await person.code()
      assert.deepEqual(await page.evaluate(() => window.breaches), [])
      assert.deepEqual(troubles, [])
    },
  ))

for (const [wasm, how] of /** @type {const} */ ([
  ['missing', 'answered with 404'],
  ['text', 'served as text/plain'],
])) {
  test(`wasm ${how}`, ({ browser }) =>
    at(browser, { body: TAG, wasm, csp: STRICT }, async ({ page, person }) => {
      await person.opensFirstWeek()
      await person.types('/figures/trees', '8000')
      await person.sees('8.000 cây')
      await person.addsActivity()
      assert.deepEqual(await page.evaluate(() => window.breaches), [])
    }))
}

test('a portal that loads classic scripts only, twice', ({ browser }) => {
  const script = '<script src="/dist/phieu.classic.js" defer></script>'.repeat(2)
  return at(browser, { body: TAG, script }, async ({ person, troubles }) => {
    await person.opensFirstWeek()
    await person.types('/figures/trees', 'x')
    await person.goesToReview()
    await person.summary()
    assert.deepEqual(troubles, [])
  })
})

for (const [name, type] of [
  ['phieu.js', 'type="module"'],
  ['phieu.classic.js', 'defer'],
]) {
  test(`an optimizer serves ${name} from its own folder: files says where the others lie`, async ({
    browser,
  }) => {
    const script = `<script ${type} src="/cache/1a2b.js"></script>`
    const body = TAG.replace('<phieu-report', '<phieu-report files="/dist/"')
    await at(browser, { body, script }, async ({ portal }) => {
      const { page, person, troubles } = await visit(browser, 'about:blank')
      const joined = readFileSync(join(ROOT, 'www/dist', name), 'utf8')
      await page.route('**/cache/1a2b.js', (route) =>
        route.fulfill({ body: joined, contentType: 'text/javascript' }),
      )
      await page.goto(portal.url)
      await person.opensFirstWeek()
      await person.types('/figures/trees', '8000')
      await person.sees('8.000 cây')
      await person.goesToReview()
      await person.summary()
      await page.evaluate(() => document.querySelector('phieu-report')?.setAttribute('lang', 'en'))
      await person.sees('Review and send')
      assert.deepEqual(troubles, [])
      await page.context().close()
    })
  })
}

for (const [how, script] of /** @type {const} */ ([
  ['written into the page before the form', (/** @type {string} */ text) => `<script>${text}</script>`],
  [
    'put into the page by another script once it stands',
    () =>
      "<script>addEventListener('load', async () => { const put = document.createElement('script'); put.textContent = await (await fetch('/dist/phieu.classic.js')).text(); document.body.append(put) })</script>",
  ],
])) {
  test(`the classic script without an address of its own, ${how}: files says where the others lie`, ({
    browser,
  }) => {
    const text = readFileSync(join(ROOT, 'www/dist/phieu.classic.js'), 'utf8')
    const body = TAG.replace('<phieu-report', '<phieu-report files="/dist/"')
    return at(browser, { body, script: script(text) }, async ({ page, person, troubles }) => {
      await person.opensFirstWeek()
      await person.types('/figures/trees', '8000')
      await person.sees('8.000 cây')
      await person.goesToReview()
      await person.summary()
      await page.evaluate(() => document.querySelector('phieu-report')?.setAttribute('lang', 'en'))
      await person.sees('Review and send')
      assert.deepEqual(troubles, [])
    })
  })
}

test('no secure context: no crypto.subtle, randomUUID, clipboard or service worker', ({ browser }) =>
  at(browser, { body: TAG }, async ({ page, person }) => {
    await page.addInitScript(() => {
      for (const name of ['subtle', 'randomUUID']) {
        Object.defineProperty(Crypto.prototype, name, { value: undefined })
      }
      for (const name of ['clipboard', 'serviceWorker', 'locks']) {
        Object.defineProperty(Navigator.prototype, name, { value: undefined })
      }
    })
    await page.reload()
    await person.choosesUnit('son ky', 'Sơn Kỳ')
    await person.opens('weekly', '2023-02-26')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.sends()
    await person.code()
  }))

test('a plan that cannot be had is said, and trying again works', ({ browser }) =>
  at(browser, { body: TAG }, async ({ portal }) => {
    // A device that has kept no plan.
    const { page, person } = await visit(browser, 'about:blank')
    let isDown = true
    await page.route(`**/${PLAN}`, (route) => (isDown ? route.abort() : route.continue()))
    await page.goto(portal.url)
    await person.sees('Chưa mở được phiếu báo cáo')
    isDown = false
    await person.form.getByText('Thử lại').last().click()
    await person.sees('Chọn đơn vị')
    await page.context().close()
  }))
