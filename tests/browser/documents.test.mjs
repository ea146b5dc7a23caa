// From the text of a document to a published plan that units open: an officer who knows what the plan is to say (the
// one that ships) confirms, corrects, adds and discards; what that took is counted, and the plan compared.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/browser.mjs'
import { ROOT } from './collector.mjs'
import { apart, compared, fold, isOfOne, isOfOneSentence, paired, seen } from './drafted.mjs'
import { MODEL, Officer } from './officer.mjs'
import { visit } from './person.mjs'
import { withoutPlans } from './planning.mjs'

/** @typedef {import('./drafted.mjs').Row} Row */
/** @typedef {{ confirmed: number, corrected: number, added: number, discarded: number }} Count */

/**
 * A document, the plan that was made of it by hand, and at most how many minutes it takes.
 * @typedef {{ name: string, plan: string, file?: string, minutes: number }} Document
 */

/** @type {Document[]} */
const DOCUMENTS = [
  { name: 'phu-nhuan-2022-2027', plan: 'phu-nhuan-chuong-trinh-hanh-dong-2022-2027', minutes: 48 },
  { name: 'soc-trang-2024', plan: 'soc-trang-chuong-trinh-2024', minutes: 33 },
  { name: 'tan-phu-2024', plan: 'tan-phu-van-minh-do-thi-2024', minutes: 34 },
  {
    name: 'tan-phu-2023, a Word file that numbers its headings by itself',
    file: 'tests/browser/fixtures/tan-phu-2023.docx',
    plan: 'tan-phu-thang-thanh-nien-2023',
    minutes: 33,
  },
]

/** @type {import('./collector.mjs').Collector} */
let collector
withoutPlans((one) => {
  collector = one
})

for (const { name, plan: planName, file, minutes } of DOCUMENTS) {
  test(`${name}: from the document to a published plan that opens in the portal`, async ({ browser }) => {
    test.setTimeout(10 * 60_000)
    const shipped = readFileSync(join(ROOT, `www/plans/${planName}.json`), 'utf8')
    const { page, troubles } = await visit(browser, `${collector.url}/plan.html`)
    // What does not come soon does not come.
    page.setDefaultTimeout(30_000)
    const officer = new Officer(page)
    const { plan } = officer
    await plan.locator('#paste').waitFor()
    if (file) await officer.choosesFile(plan.locator('#file'), join(ROOT, file))
    else {
      const text = readFileSync(join(ROOT, `tests/documents/${name}.txt`), 'utf8')
      await officer.pastes(plan.locator('#paste'), text)
      await officer.presses(plan.locator('#read'))
    }
    await plan.locator('.mark').first().waitFor()
    const count = { confirmed: 0, corrected: 0, added: 0, discarded: 0 }

    await head(officer, shipped)
    await units(officer, shipped)
    for (const list of ['targets', 'duties', 'activities']) await decides(officer, shipped, list, count)

    await officer.part('check')
    // Who reports is a matter of the roster, which the document does not have.
    const mends = plan.locator('.findings .error .mend')
    for (let left = await mends.count(); left > 0; left -= 1) {
      await officer.presses(mends.first())
      await expect(mends).toHaveCount(left - 1)
    }
    expect(await plan.locator('.findings .error').allInnerTexts()).toEqual([])
    await officer.part('publish')
    await officer.types(plan.locator('#token'), collector.token())
    await officer.presses(plan.locator('#enter'))
    await officer.presses(plan.locator('#publish'))
    await plan.locator('#published').waitFor()

    const { rows, wanted } = await seen(page, shipped)
    const mine = rows.filter(({ standing }) => standing === 'confirmed')
    const lists = compared(mine, wanted)
    console.log(name, JSON.stringify({ ...count, ...officer.told, model: MODEL }))
    for (const { list, of, same, differs, missing, more } of lists) {
      const about = `${of} ship, ${same} the same, ${differs.length} say something else, ${missing.length} missing, ${more.length} more`
      console.log(`  ${list}: ${about}`)
      for (const [what, titles] of Object.entries({ differs, missing, more }))
        for (const title of titles) console.log(`    ${what}: ${title.slice(0, 200)}`)
      assert.deepEqual(differs, [], `${list}: says something else`)
      assert.deepEqual(missing, [], `${list}: missing`)
      assert.deepEqual(more, [], `${list}: more than the plan has`)
    }
    assert.ok(officer.told.minutes <= minutes, `${officer.told.minutes} minutes`)

    const popup = page.waitForEvent('popup')
    await plan.locator('#open-form').click()
    const form = (await popup).locator('phieu-report')
    await form.locator('.unit').first().click()
    await form.getByText('Phiếu cần nộp').first().waitFor()
    assert.deepEqual(troubles, [])
    await page.context().close()
  })
}

/** Days, where the document does not say them. @param {Officer} officer @param {string} shipped */
async function head(officer, shipped) {
  const { plan } = officer
  await officer.part('head')
  const { period } = JSON.parse(shipped)
  for (const [cell, day] of [
    ['from', period.from],
    ['to', period.to],
  ]) {
    const input = plan.locator(`#cell-${cell}`)
    const text = day.split('-').map(Number).reverse().join('/')
    if ((await input.inputValue()) !== text) await officer.types(input, text)
  }
}

/** The roster, as the office has it in a file. @param {Officer} officer @param {string} shipped */
async function units(officer, shipped) {
  const { plan } = officer
  await officer.part('units')
  const { units, sectors, levels } = JSON.parse(shipped)
  const named = (/** @type {any[]} */ groups, /** @type {string} */ id) =>
    groups?.find((one) => one.id === id)?.name ?? ''
  const lines = units.map((/** @type {any} */ { name, sector, level }, /** @type {number} */ at) =>
    [at + 1, name, named(sectors, sector), named(levels, level)].join(';'),
  )
  const csv = ['TT;Tên đơn vị;Khối;Cấp', ...lines].join('\r\n')
  await officer.choosesFile(plan.locator('#sheet-units'), {
    name: 'danh-sach.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${csv}`),
  })
  await officer.presses(plan.locator('#take-sheet'))
  await expect(plan.locator('.row.confirmed')).toHaveCount(units.length)
}

/**
 * Goes through a list: what the plan wants is confirmed, corrected first where it says something else; all else is
 * discarded; what is missing is made of its sentence.
 * @param {Officer} officer @param {string} shipped @param {string} list @param {Count} count
 */
async function decides(officer, shipped, list, count) {
  const { page, plan } = officer
  await officer.part(list)
  const { rows, wanted: all } = await seen(page, shipped)
  const wanted = all.filter((one) => one.list === list)
  const own = rows.filter((row) => row.list === list && row.standing === 'proposed')
  const pairs = paired(own, wanted)
  for (const row of own) officer.reads(`${row.title} ${row.grade === 'maybe' ? '' : (row.quote ?? '')}`)
  // What is sure is chosen already: what is wrong of it is taken out of the choice, and the rest confirmed at once.
  const chosen = own.filter(({ grade }) => grade === 'sure')
  const wrong = chosen.filter((row) => !pairs.has(row))
  for (const { id } of wrong) await officer.presses(rowOf(plan, list, id).locator('input[type=checkbox]'))
  if (chosen.length > wrong.length) {
    await officer.presses(plan.locator('.confirm-chosen').first())
    count.confirmed += chosen.length - wrong.length
  }
  for (const row of own) {
    const one = pairs.get(row)
    if (one && (await corrects(officer, shipped, row, one))) count.corrected += 1
    if (row.grade === 'sure' && !wrong.includes(row)) continue
    // What lies folded and is wanted by nobody stays there.
    if (!one && row.grade === 'maybe') continue
    await unfolds(officer, list, row.id)
    await officer.presses(
      rowOf(plan, list, row.id)
        .locator(one ? '.confirm' : '.discard')
        .first(),
    )
    count[one ? 'confirmed' : 'discarded'] += 1
  }
  for (const one of wanted.filter((one) => ![...pairs.values()].includes(one))) {
    await adds(officer, shipped, one, wanted)
    count.added += 1
  }
}

/**
 * Makes a row out of the sentence that says it: of another row's, of one that nothing was made of; typed where none says it.
 * @param {Officer} officer @param {string} shipped @param {Row} one @param {Row[]} wanted
 */
async function adds(officer, shipped, one, wanted) {
  const { page, plan } = officer
  const { list } = one
  await officer.part(list)
  const { rows: before, pieces } = await seen(page, shipped)
  const piece = pieces.find(({ text }) => isOfOneSentence(text, one.quote))
  const marks = [piece?.of.join(' ') || '-', `text/${piece?.start}`].map((of) => `.paper [data-of="${of}"]`)
  const mark = plan.locator(marks.join(', ')).first()
  if (piece && (await mark.count()) > 0) {
    officer.reads(piece.text)
    if ((await mark.getAttribute('aria-pressed')) !== 'true') await officer.presses(mark)
    await plan.locator('.paper .use, .row.open .editor, .row.open .use-targets').first().waitFor()
    const split = plan.locator('.row.open .split')
    const isSame = piece.of.some((name) => name.startsWith(list)) && (await split.count()) > 0
    const use = plan.locator(`.paper .use-${list}, .row.open .use-${list}`).first()
    await officer.presses(isSame && (await use.count()) === 0 ? split : use)
  } else {
    await officer.types(plan.locator(`#add-${list}`), one.title)
    await officer.presses(plan.locator(`.adder:has(#add-${list}) button`))
  }
  await officer.part(list)
  const { rows } = await seen(page, shipped)
  const added = rows.find(
    (row) => row.list === list && !before.some((was) => was.list === list && was.id === row.id),
  )
  assert.ok(added, `nothing was added for ${one.title}`)
  // Of one sentence with several things in it each needs a name of its own.
  const isOfMany = wanted.filter((other) => isOfOne(other, one)).length > 1
  if (piece && isOfMany) {
    await opens(officer, list, added.id)
    const name = { targets: 'text', duties: 'name', activities: 'title' }[list]
    await officer.types(plan.locator(`#cell-${name}`), one.title)
  }
  await corrects(officer, shipped, added, one)
}

/** @param {import('playwright').Locator} plan @param {string} list @param {string} id */
const rowOf = (plan, list, id) => plan.locator(`.row[data-of="${list}/${id}"]`)

/** Unfolds the block in which a row lies. @param {Officer} officer @param {string} list @param {string} id */
async function unfolds(officer, list, id) {
  const folded = officer.plan.locator('details.plan-block:not([open])', {
    has: officer.page.locator(`.row[data-of="${list}/${id}"]`),
  })
  if ((await folded.count()) > 0) await officer.presses(folded.locator('summary').first())
}

/** Opens a row. @param {Officer} officer @param {string} list @param {string} id */
async function opens(officer, list, id) {
  const row = rowOf(officer.plan, list, id)
  if (await row.locator('.editor').count()) return
  await unfolds(officer, list, id)
  await officer.presses(row.locator('.row-title'))
  await row.locator('.editor').waitFor()
}

/**
 * Corrects the cells that say something else; whether there were any. Some are there only once another is right.
 * @param {Officer} officer @param {string} shipped @param {Row} row @param {Row} one
 */
async function corrects(officer, shipped, row, one) {
  if (apart(row, one).length === 0) return false
  await opens(officer, one.list, row.id)
  const editor = rowOf(officer.plan, one.list, row.id).locator('.editor')
  const periods = [...one.cells.keys()].filter((name) => /^\d+\.from$/.test(name)).length
  /** @type {Row | undefined} */
  let now = row
  for (let round = 0; now && round < 3; round += 1) {
    for (const cell of apart(now, one)) await says(officer, cellOf(editor, cell), cell)
    // Another period is the next one: as many days, behind the last.
    for (let there = await editor.locator('fieldset').count(); there > 0 && there < periods; there += 1)
      await officer.presses(editor.getByRole('button', { name: 'Thêm một kỳ' }))
    const { rows } = await seen(officer.page, shipped)
    now = rows.find(({ list, id }) => list === row.list && id === row.id)
    if (now && apart(now, one).length === 0) break
  }
  return true
}

/** @param {import('playwright').Locator} editor @param {import('./drafted.mjs').Cell} cell */
const cellOf = (editor, { name }) => editor.locator(`[id="cell-${name.replace('.', '-')}"]`)

/** Lets a cell say what it is to say. @param {Officer} officer @param {import('playwright').Locator} input @param {import('./drafted.mjs').Cell} cell */
async function says(officer, input, { text, label }) {
  if ((await input.count()) === 0 || fold(await input.inputValue()) === fold(text)) return
  if ((await input.evaluate(({ tagName }) => tagName)) !== 'SELECT') return officer.types(input, text)
  const options = (await input.locator('option').allInnerTexts()).map((option) => option.trim())
  if (label && options.includes(label)) await officer.chooses(input, { label })
}
