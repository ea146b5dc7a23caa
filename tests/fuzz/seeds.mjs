// What the fuzzer begins with: the plans that ship and those of tests/wide, the table of cases, sample reports, and a dictionary of the words
// in them. Written anew at each run, into target/; nothing of it is kept in the repository.
//
//     node tests/fuzz/seeds.mjs target/fuzz/corpus
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CORPUS = process.argv[2]
const TAN_PHU = 'www/plans/tan-phu-thang-thanh-nien-2023.json'
const SMALL = 'tests/cases/plans/small.json'

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), 'utf8')
/** @param {string} folder */
const listed = (folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.json'))

/**
 * @param {string} target
 * @param {string | Buffer} text
 */
function seed(target, text) {
  const folder = join(CORPUS, target)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, createHash('sha1').update(text).digest('hex')), text)
}

const plans = [...listed('www/plans').map((name) => `www/plans/${name}`), SMALL]
// A shipped plan is longer than what the fuzzer tries; its first parts of each kind are not.
for (const plan of plans) {
  const members = Object.entries(JSON.parse(read(plan)))
  for (const most of [2, 8]) {
    const thin = members.map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, most) : value])
    seed('plan', JSON.stringify(Object.fromEntries(thin.filter(([key]) => key !== 'document'))))
  }
}
seed('plan', JSON.stringify(JSON.parse(read(SMALL))))
// All that a plan can say: levels that gather, choices, tables, points, groups of targets, what a unit opens by itself.
const wide = listed('tests/wide').map((name) => JSON.stringify(JSON.parse(read(`tests/wide/${name}`)).plan))
for (const plan of wide) seed('plan', plan)
seed('plan', JSON.stringify(JSON.parse(read('src/plan/verify/small.json'))))

/** @typedef {{ figures?: Record<string, string>, activities?: Record<string, string>[] }} Typed */
/** @typedef {{ plan: string, duty: string, unit: string, period: object, draft?: Typed, report?: object }} Case */
/** @type {Case[]} */
const cases = ['tests/cases', 'src/rules'].flatMap((folder) =>
  listed(folder).flatMap((name) => JSON.parse(read(`${folder}/${name}`))),
)
for (const { plan, duty, unit, period, draft, report } of cases) {
  const { format, id, version } = JSON.parse(read(plan))
  const head = { format, plan: id, planVersion: version, duty, unit, period }
  if (report) seed('report', JSON.stringify({ ...head, ...report }))
  if (!draft) continue
  seed('draft', JSON.stringify({ ...head, ...draft }))
  const set = (/** @type {[string, unknown][]} */ inputs, /** @type {string} */ path) =>
    inputs.map(([key, text]) => `set ${path}/${key} ${String(text).replaceAll('\n', '⏎')}`)
  const figures = Object.entries(draft.figures ?? {})
  const lines = (draft.activities ?? []).flatMap((activity, index) => [
    'add',
    ...set(Object.entries(activity), `/activities/${index}`),
  ])
  const first = plan === SMALL ? ['small', 'open 1 0'] : ['open 1 1']
  seed('form', [...first, ...set(figures, '/figures'), ...lines].join('\n'))
  for (const [, text] of figures) seed('text', String(text))
}

seed(
  'form',
  'open 1 1\nplanned\ncopy 0\nmove 1 0\nset /activities/0/title Hiến máu\nset /activities/0/date 1/3\nclaims',
)
seed(
  'form',
  'small\nopen 1 0\nadd\nset /activities/0/title a\nset /activities/0/date 1/3\nclaims\nheed [{"claim":0,"unit":"ward-2"}]',
)
for (const part of [
  'levels',
  'sectors',
  'units',
  'indicators',
  'targets',
  'activities',
  'templates',
  'duties',
])
  seed(
    'form',
    `without ${part} 0\nrename ${part} 1 x\nopen 1 1\nset /figures/trees 1.500\nadd\nremove 0\ntick 1677800000000`,
  )

const documents = readdirSync(join(ROOT, 'tests/reading')).filter((name) => /\.(txt|docx)$/.test(name))
for (const name of documents) seed('reading', readFileSync(join(ROOT, 'tests/reading', name)))
seed(
  'reading',
  '<ol type=I><li>Chỉ tiêu<p><span style="mso-list:Ignore">1.&nbsp;</span>Trồng 20 cây<table border=1><tr><td>STT<td>Chỉ tiêu',
)

const samples = spawnSync(join(ROOT, 'target/debug/phieu'), [
  'sample',
  join(ROOT, TAN_PHU),
  '--reports',
  '40',
])
const arrivals = samples.stdout.toString().trim().split('\n')
if (samples.status !== 0) throw new Error(`no sample reports: ${samples.stderr}`)
for (const at of [0, 10, 20, 30]) {
  seed('ndjson', arrivals.slice(at, at + 3).join('\n'))
  const { submission } = JSON.parse(arrivals[at])
  seed('report', JSON.stringify(submission))
  seed('report', JSON.stringify(submission.report))
}

const TYPED =
  '8.000|02 tỷ đồng|1,5 triệu|3tr5|26/3|ngày 05 tháng 3 năm 2023|Thứ Bảy, 25/3|07g30|17 giờ 5 phút|24:00|35,5%|7/10' +
  '|0703 652 444|+84 28 3847 1234|a.b+c@sub.example.vn|https://doan.vn/tin?a=1#b|2023-02-29|2023-03-01T08:00:00+07:00|-07:00'
for (const text of TYPED.split('|')) seed('text', text)

// Keys, words of enumerations and identities: what stands in quotes and is short.
const words = new Set(
  [...plans.map(read), ...wide, JSON.stringify(cases), ...arrivals].join('\n').match(/"[A-Za-z0-9-]{2,24}"/g),
)
const operations = [
  'without ',
  'rename ',
  'open ',
  'set /figures/',
  'set /activities/0/',
  'explain ',
  'heed ',
  'earlier [',
]
const entries = [...words, ...operations.map((word) => JSON.stringify(word))].slice(0, 2000)
writeFileSync(join(CORPUS, 'words.dict'), `${entries.map(escaped).join('\n')}\n`)

/** A line of a dictionary holds a text in quotes; the quotes of JSON are part of it. @param {string} word */
function escaped(word) {
  return word.startsWith('"') && !word.includes(' ') ? `"\\"${word.slice(1, -1)}\\""` : word
}
