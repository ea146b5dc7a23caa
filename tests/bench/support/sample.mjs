// A plan of any size, and reports of it, for benchmarks: the shape of a weekly report of Youth Month.

const PERIOD = { from: '2023-02-26', to: '2023-03-03' }

/**
 * The JSON of a plan whose one duty asks `figures` figures: counts, money, shares, done and words.
 * @param {number} figures
 */
export function samplePlan(figures) {
  const indicators = Array.from({ length: figures }, (_, n) => indicator(n))
  const source = { section: 'ngoài văn bản' }
  return {
    format: 1,
    id: `sample-${figures}`,
    version: 1,
    title: 'Kế hoạch mẫu',
    period: { from: '2023-02-26', to: '2023-03-31' },
    levels: [{ id: 'base', name: 'Cơ sở Đoàn' }],
    units: [{ id: 'unit-1', name: 'Đoàn phường Tây Thạnh', level: 'base' }],
    indicators,
    templates: [
      {
        id: 'weekly',
        source,
        sections: [
          {
            id: 'figures',
            title: 'Số liệu',
            fields: indicators.map(({ id }, n) => ({ indicator: id, required: n % 10 === 0 })),
          },
          {
            id: 'activities',
            title: 'Hoạt động',
            activities: {
              parts: [{ part: 'place' }, { part: 'participants', required: true }, { part: 'links' }],
            },
          },
        ],
      },
    ],
    duties: [
      {
        id: 'weekly',
        kind: 'weekly',
        name: 'Báo cáo tuần',
        template: 'weekly',
        applies: 'list',
        schedules: [{ id: 'list', source, schedule: { listed: [{ label: 'Tuần 1', period: PERIOD }] } }],
        source,
      },
    ],
    rules: Array.from({ length: Math.floor(figures / 10) }, (_, n) => ({
      id: `rule-${n}`,
      left: [{ figure: `f-${n * 10}` }],
      comparison: 'atLeast',
      right: [{ figure: `f-${n * 10 + 1}` }],
      severity: 'error',
      message: 'Số trong đó không được lớn hơn tổng số.',
    })),
  }
}

/** @param {number} n */
function indicator(n) {
  const id = `f-${n}`
  const label = `Nội dung số ${n}`
  switch (n % 10) {
    case 6:
      return { id, label, measure: 'money' }
    case 7:
      return { id, label, measure: { share: { part: 'được học tập', whole: 'tổng số', noun: 'người' } } }
    case 8:
      return { id, label, measure: 'done' }
    case 9:
      return { id, label, measure: { text: { max: 500 } } }
    default:
      return { id, label, measure: { count: { noun: 'người' } }, most: 1_000_000 }
  }
}

/**
 * A typed report of `samplePlan(figures)`; `seed` varies the values.
 * @param {number} figures
 * @param {number} seed
 */
export function sampleReport(figures, seed) {
  const values = /** @type {Record<string, unknown>} */ ({})
  for (let n = 0; n < figures; n += 1) values[`f-${n}`] = value(n, seed)
  return {
    format: 1,
    plan: `sample-${figures}`,
    planVersion: 1,
    duty: 'weekly',
    unit: 'unit-1',
    period: PERIOD,
    figures: values,
    activities: Array.from({ length: 3 }, (_, n) => ({
      title: `Ngày Chủ nhật xanh lần thứ ${seed + n}`,
      date: `2023-02-${26 + n}`,
      place: 'Công viên Tân Phú',
      participants: 40 + n,
      links: [`https://tuoitre.example/tin/${seed}`],
    })),
    explanations: [],
  }
}

/**
 * @param {number} n
 * @param {number} seed
 */
function value(n, seed) {
  const count = 1000 + ((seed * 31 + n * 7) % 500)
  switch (n % 10) {
    case 0:
      return count + 1000
    case 6:
      return count * 1_000_000
    case 7:
      return { part: count - 500, whole: count }
    case 8:
      return (seed + n) % 2 === 0
    case 9:
      return 'Đơn vị tổ chức đúng tiến độ, đoàn viên tham gia đầy đủ.'
    default:
      return count
  }
}

/**
 * The reports of `count` units as NDJSON bytes.
 * @param {number} figures
 * @param {number} count
 */
export function sampleLines(figures, count) {
  const lines = Array.from({ length: count }, (_, seed) => JSON.stringify(sampleReport(figures, seed)))
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
