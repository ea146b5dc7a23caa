// What only the office can find is told at its field, and there is a way out of it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/browser.mjs'
import { NOW, startCollector } from './collector.mjs'
import { RIGHT, visit } from './person.mjs'
import { problem, startPortal, TAG } from './portal.mjs'

const LATER = '2023-03-09T08:30:00+07:00'
const FAR = '#at_figures_attendances-findings-figure-farFromEarlier'
const WHY = 'Hai phường cùng ra quân.'

/**
 * What the unit sent of its first week, from a device that this one knows nothing of.
 * @param {import('./collector.mjs').Collector} collector
 */
async function sentFromElsewhere(collector) {
  const id = randomUUID()
  const report = {
    ...{ format: 1, plan: 'tan-phu-thang-thanh-nien-2023', planVersion: 3, duty: 'weekly' },
    unit: 'phuong-tay-thanh',
    period: { from: '2023-02-26', to: '2023-03-03' },
    figures: {
      ...{ 'activities-held': 1, attendances: 100, trees: 100, 'thirty-minutes': 1, 'urban-civility': 1 },
      ...{ 'new-members': 5, 'reporter-phone': '+84901234567' },
    },
    activities: [
      {
        ...{ title: 'Ngày Chủ nhật xanh', date: '2023-02-26', place: 'Kênh 19/5', participants: 100 },
        links: ['https://tuoitretanphu.com/ngay-chu-nhat-xanh'],
      },
    ],
  }
  const response = await fetch(`${collector.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, id, preparedAt: NOW, report }),
  })
  assert.equal(response.status, 201, await response.text())
}

test('a device without the earlier report: the office doubts, the doubt stands at its field, is explained and received', async ({
  browser,
}) => {
  const collector = await startCollector()
  await sentFromElsewhere(collector)
  await collector.stop()
  collector.now = LATER
  await collector.start()
  const portal = await startPortal({ body: TAG.replace(NOW, LATER), api: collector.url })
  const { page, person, troubles } = await visit(browser, portal.url)
  await person.choosesUnit('tay thanh', 'Tây Thạnh')
  await person.opens('weekly', '2023-03-04')
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.types('/activities/0/date', '5/3')
  await person.sends()
  const summary = await person.summary()
  await summary.getByText('Khác xa số đã báo cáo trước đây (100 lượt)').waitFor()
  const line = person.form.locator(FAR)
  await line.waitFor()

  // Leaving a field asks anew what stands in the way.
  await person.types('/figures/new-members', '6')
  await expect(person.form.locator('#summary li')).toHaveCount(1)
  await expect(line).toBeVisible()
  await person.goesToReview()
  await summary.getByText('Khác xa').waitFor()
  await page.reload()
  await person.opens('weekly', '2023-03-04')
  await person.holds('/figures/new-members', '6')
  await expect(line, 'also after a reload').toBeVisible()
  await line.fill(WHY)
  await person.keeps(WHY)

  await page.reload()
  await person.opens('weekly', '2023-03-04')
  await expect(line).toHaveValue(WHY)
  await expect(person.form.locator('#summary')).toHaveCount(0)
  await person.goesToReview()
  await person.sees(WHY)
  const sending = page.waitForResponse('**/api/submissions/*')
  await person.form.locator('#send').click()
  await person.code()
  assert.equal((await sending).status(), 201)

  const { submission, findings } = await (await sending).json()
  const codes = findings.map((/** @type {{ code: string }} */ { code }) => code)
  assert.ok(codes.includes('figure.farFromEarlier'), String(codes))
  const atOffice = await fetch(`${collector.url}/api/office/submissions/${submission}`, {
    headers: { authorization: `Bearer ${collector.token()}` },
  })
  assert.match(await atOffice.text(), new RegExp(WHY))

  assert.deepEqual(troubles, [])
  await portal.stop()
  await page.context().close()
  await collector.remove()
})

test('what the office alone refuses stands at its field until that is changed; what no field shows stands above the form', async ({
  browser,
}) => {
  const collector = await startCollector()
  const portal = await startPortal({ body: TAG, api: collector.url })
  const { page, person } = await visit(browser, 'about:blank')
  const findings = [
    { path: '', code: 'office.closing', severity: 'error', message: 'Nơi nhận sắp khóa sổ.' },
    {
      path: '/figures/trees',
      code: 'trees.handedOut',
      severity: 'error',
      message: 'Nhiều hơn số cây đã cấp.',
    },
  ]
  const refusal = problem(422, 'findings', { detail: 'Báo cáo có lỗi', findings })
  await page.route('**/api/submissions/*', (route) => route.fulfill(refusal), { times: 1 })
  await page.goto(portal.url)
  await person.opensFirstWeek()
  await person.fillsIn(RIGHT)
  await person.addsActivity()
  await person.sends()
  const atTrees = person.form.locator('#at_figures_trees-findings')
  await atTrees.getByText('Nhiều hơn số cây đã cấp.').waitFor()
  await person.form.locator('.notice', { hasText: 'Nơi nhận sắp khóa sổ.' }).waitFor()
  await person.types('/figures/new-members', '6')
  await expect(person.form.locator('#summary li')).toHaveCount(1)
  await expect(atTrees).toBeVisible()
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await atTrees.getByText('Nhiều hơn số cây đã cấp.').waitFor()
  await person.goesToReview()
  await person.summary()
  await person.types('/figures/trees', '99')
  await expect(atTrees).toHaveCount(0)
  await page.reload()
  await person.opens('weekly', '2023-02-26')
  await person.holds('/figures/trees', '99')
  await expect(atTrees, 'mended, also after a reload').toHaveCount(0)
  await person.sends()
  await person.code()
  await portal.stop()
  await page.context().close()
  await collector.remove()
})
