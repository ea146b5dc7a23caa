// Sees what of the form's module is called before its later part is there (split.mjs): goes through every plan that ships, and through
// those of the tests that hold what else a plan can be, as people do: from the list of units to a form in which right and wrong texts
// were typed, with a module that notes what it calls.
//
// What is not seen here is not lost: the page waits for the later part and does it again (src/parts.js). It is only later.
import { readdirSync, readFileSync } from 'node:fs'
import binaryen from 'binaryen'

/** @typedef {typeof import('./pkg/phieu.js')} Glue */
/** @typedef {import('./pkg/phieu.js').Plan} Plan */
/** @typedef {{ duty: string, period: { from: string, to: string } }} Duty */

/** The folders of the plans. */
const PLANS = ['plans', '../tests/wide', '../tests/when', '../tests/cases/plans'].map(
  (path) => new URL(`${path}/`, import.meta.url),
)
const DAY = 86_400_000

/** What people type, right and wrong, into whatever field: numbers, shares and money, days and hours, ways to reach somebody, words. */
const TEXTS = [
  ...`0|1|7|02|12|8.000|8 000|8000|1.000.000|1,5|12.5|1.5|0,5|1.23.4|– 12.0912345678|–12.09|− 1.5|1,234.5|1,234|1.0000|-5|–5|1e3|0x10|1/2|½|１２|+7|1.|,5|1..2
12 người|12 nguoi|12 cây|3 lượt|5 công trình|12 hoạt động|7 km|5/10|12 12|10-20|10 - 20|999999999999999|99999999999999999999
trên 100|> 100|≥ 100|gần 50|khoảng 20|~20|100+|hơn 1.000|không dưới 5|nhiều|hai|mười hai|không có|chưa có|không|có|Có|rồi|chưa
x|X|true|-|...|n/a|50%|98,5%|98,5 %|98.5|100,5 %|１０％|2 tỷ|02 tỷ đồng|1,5 tỷ|1.5 tỷ|500 triệu|500tr|2 tr|500.000.000 đ
500.000 đồng|500 nghìn|500 ngàn|500k|3 tỷ 200 triệu|1,55555 tỷ|12 usd|1 đồng|10.000.000 tỷ|0 đ|-5 triệu|5 triệu rưỡi|500000000
1.000|1,000,000|0,001 tỷ|1,2345 triệu|VND 500.000|5 tỉ
26/3|26/03/2023|26-3-2023|26.3.2023|2023-03-26|26/3/23|03/26/2023|31/2|31/2/2023|32/1/2023|1/13/2023|ngày 5 tháng 3
5 tháng 3 năm 2023|Chủ nhật 26/3/2023|thứ hai 26/3/2023|CN 26/3|26/3 - 28/3|26 / 3 / 2023|1/1/1900|1/1/2099|26/3/2024
07g30|7h30|7h|07:30|7:5|7 giờ 30|7 giờ|25h|7h60|19h30 - 21h|sáng|7h sáng|24h00
0912345678|0912 345 678|0912.345.678|+84912345678|84912345678|912345678|091234|09123456789|(028) 3865 1234|02838651234|0123456789
0212345678|0912345678 - 0987654321|0912345678/0987654321|o912345678|1900 1234|113
a@b.vn|a@b|ten @gmail.com|ten@gmail,com|ten@gmail.con|TEN@GMAIL.COM|a@b.vn; c@d.vn|a@@b.vn|@b.vn|a@|tên@b.vn|a..b@c.vn|a@-b.vn
a@b..vn|a b@c.vn|mailto:a@b.vn
https://facebook.com/doan|http://a.vn|facebook.com/doan|www.a.vn/bai|https://|https:/a.vn|ftp://a.vn|https://a|fb.com
https://a.vn/b c|https://a.vn/bài|https://u:p@a.vn|https://1.2.3.4/x|javascript:alert(1)|https://a.vn/?q=1#x|https://a.vn:8080/
https://a_b.vn|htps://a.vn|https://á.vn|Đoàn viên tham gia đầy đủ.|  khoảng  trắng  |   |•  Ý thứ nhất|①|“ngoặc”|<b>đậm</b>|=1+1|ﬁ|한국어|ß İ`.split(
    /[|\n]/,
  ),
  // What copying brings along, and what is too long.
  ...[
    '1\u00a0000',
    '1\u202f000',
    '\u200b',
    '\ufeff7',
    'a\tb',
    '\u202eabc',
    '\u0000',
    '\ud83d\ude00',
    'đ\u00a0đ',
  ],
  ...['Tie\u0302\u0301ng Vie\u0323\u0302t', 'Dòng một\nDòng hai\r\nDòng ba', 'https://a.vn\nhttps://b.vn'],
  ...[
    'x'.repeat(300),
    'từ '.repeat(400),
    'x'.repeat(6000),
    `https://a.vn/${'x'.repeat(2100)}`,
    `${'a'.repeat(70)}@b.vn`,
  ],
]
const [FIRST = ''] = TEXTS

/** What a device may hold in place of what names an occasion. */
const ODD = [
  '',
  '{}',
  '[]',
  'null',
  '{"plan":1}',
  '{"plan":"a","unit":"b","duty":"c","period":{"from":"2023-02-31","to":""}}',
]

/** The parts of an activity in a draft. */
const PARTS = ['title', 'date', 'time', 'place', 'participants', 'links', 'partners', 'note']
/** So many activities a draft of odd ones lists. */
const ODD_ONES = 30

/**
 * The functions of a module that are called on the way, as binaryen names them: by the inputs of a first screen, and by all else that
 * comes before the later part.
 * @param {Uint8Array} bytes
 */
export async function walked(bytes) {
  const { noting, names } = notingCalls(bytes)
  /** @type {Glue} */
  const glue = await import(new URL('pkg/phieu.js', import.meta.url).href)
  const module = await WebAssembly.compile(noting)
  const exports = /** @type {any} */ (await glue.default({ module_or_path: module }))
  const called = () => {
    const seen = new Set(names.filter((_, index) => exports[`called${index}`].value === 1))
    for (const index of names.keys()) exports[`called${index}`].value = 0
    return seen
  }
  typeAhead(glue)
  const inputs = new Set([...called(), ...(await whereRoomIsTaken(module, names))])
  for (const json of PLANS.flatMap(plansIn)) goThrough(glue, json)
  return { inputs, first: called() }
}

/** So often room is taken, widened or let go of in each memory. */
const TIMES = 200
/** So many memories, each with its own order of sizes: from the bottom of an empty one things go another way than in a used one. */
const MEMORIES = 300

/**
 * What is called where room in the memory is taken, widened and let go of, in all sizes and orders: which way that goes depends on all
 * that was done before, and what happens to be gone on one page is no rule for another.
 * @param {WebAssembly.Module} noting
 * @param {string[]} names
 */
async function whereRoomIsTaken(noting, names) {
  /** @type {any} */
  const nothing = new Proxy({}, { get: () => () => 0 })
  const imports = new Proxy({}, { get: () => nothing })
  const seen = new Set()
  for (let memory = 1; memory <= MEMORIES; memory += 1) {
    const exports = /** @type {any} */ ((await WebAssembly.instantiate(noting, imports)).exports)
    takeRoom(exports, memory)
    for (const [index, name] of names.entries()) if (exports[`called${index}`].value === 1) seen.add(name)
  }
  return seen
}

/** @param {any} exports @param {number} seed */
function takeRoom({ __wbindgen_malloc: take, __wbindgen_realloc: widen, __wbindgen_free: letGo }, seed) {
  let state = seed
  // The same each time.
  const below = (/** @type {number} */ end) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % end
  }
  // A few bytes, or as much as a plan.
  const size = () => 1 + below(2 ** (2 + below(18)))
  /** @type {[number, number][]} */
  const taken = []
  for (let time = 0; time < TIMES; time += 1) {
    const at = below(taken.length || 1)
    const [place, length] = taken[at] ?? [0, 0]
    const [way, wanted] = [below(3), size()]
    if (way === 0 || length === 0) taken.push([take(wanted, 1), wanted])
    else if (way === 1) taken[at] = [widen(place, length, wanted, 1), wanted]
    else {
      letGo(place, length, 1)
      taken.splice(at, 1)
    }
  }
}

/** What a first screen may ask, as its file says it (src/form/first/inputs.rs). */
const ASKED = [
  ['count', 'trees', 'Số cây trồng mới', '', '', '500', '', 'cây', '', '', '0'],
  ['count', 'groups', 'Số đội hình', '2', '10', '', '', 'đội', '', '', '0'],
  ['count', 'people', 'Số người tham gia', '', '100000', '1000', 'estimates', 'người', '', '', '0'],
  ['count', 'change', 'Tăng, giảm', '-100', '100', '', '', 'đoàn viên', '', '', '0'],
  ['count', 'wide', 'Số dư', '-9007199254740991', '9007199254740991', '', '', 'đồng', '', '', '0'],
  ['share', 'taught', 'Đoàn viên được học tập', '', '', '', '', 'người', 'được học tập', 'tổng số', '0'],
  ['text', 'name', 'Họ và tên', '', '', '', '', '', '', '', '100'],
  ['lines', 'remarks', 'Nhận xét', '', '', '', '', '', '', '', '2000'],
]

/** Types right and wrong texts into a first screen. @param {Glue} glue */
function typeAhead({ FirstInputs }) {
  const inputs = new FirstInputs(ASKED.map((parts) => parts.join('\t')).join('\n'), 'vi')
  for (const [, id] of ASKED)
    for (const half of ['', '/part', '/whole'])
      for (const text of TEXTS) inputs.said(`/figures/${id}${half}`, text)
}

/** The plans of a folder, as JSON. @param {URL} folder */
function plansIn(folder) {
  // What few plans ask (`….later.json`) is read once the later part is there.
  const names = readdirSync(folder).filter((name) => /^[^.]*\.json$/.test(name))
  return names.map((name) => {
    const read = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    return JSON.stringify(withoutTables(read.plan ?? read))
  })
}

/** A plan as most are: what only a table asks of the module comes with its later part. @param {any} plan */
export function withoutTables(plan) {
  const { indicators = [], templates = [], rules = [] } = plan
  const tables = indicators.filter((/** @type {any} */ { measure }) => measure.table)
  const isTable = (/** @type {string} */ id) => tables.some((/** @type {any} */ table) => table.id === id)
  for (const section of templates.flatMap((/** @type {any} */ { sections }) => sections))
    section.fields = section.fields?.filter((/** @type {any} */ { indicator }) => !isTable(indicator))
  const asksTable = (/** @type {any} */ { rows, column }) => rows || column
  plan.indicators = indicators.filter((/** @type {any} */ { id }) => !isTable(id))
  plan.rules = rules.filter((/** @type {any} */ { left, right }) => ![...left, ...right].some(asksTable))
  return plan
}

/** @param {Uint8Array} bytes @returns {{ noting: Uint8Array<ArrayBuffer>, names: string[] }} */
function notingCalls(bytes) {
  const module = binaryen.readBinary(bytes)
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  ).filter(({ base }) => !base)
  functions.forEach(({ name, results, body }, index) => {
    const called = `called${index}`
    module.addGlobal(called, binaryen.i32, true, module.i32.const(0))
    module.addGlobalExport(called, called)
    const note = module.global.set(called, module.i32.const(1))
    // Its types know functions as numbers alone.
    Object(binaryen).Function(module.getFunction(name)).body = module.block(null, [note, body], results)
  })
  return { noting: new Uint8Array(module.emitBinary()), names: functions.map(({ name }) => name) }
}

/**
 * Every unit looks at what it owes, at some moments, and one of each kind fills it in.
 * @param {Glue} glue
 * @param {string} json
 */
function goThrough({ Plan, key }, json) {
  const plan = new Plan(json, 'vi')
  const { id, units } = plan.summary('vi')
  for (const of of ODD) key(of)
  for (const query of ['', 'tay thanh', 'Phường', 'đoàn xã', 'zzz']) plan.searchUnits(query)
  const {
    period: { from, to },
    version,
  } = JSON.parse(json)
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  /** @type {Map<string, number>} how often each duty was filled in */
  const times = new Map()
  for (const unit of units.map((/** @type {{ id: string }} */ each) => each.id)) {
    for (let part = 0; part < 9; part += 1) {
      const now = begin - 20 * DAY + ((end - begin) * part) / 7
      const duties = plan.duties(unit, now, '[]', 'vi', '')
      plan.duties(unit, now, JSON.stringify(duties.map(sentAround(now))), 'vi', '')
      for (const duty of duties) {
        key(JSON.stringify({ plan: id, unit, duty: duty.duty, period: duty.period }))
        const time = times.get(duty.duty) ?? 0
        if (time > 4 || duty.state === 'waived') continue
        times.set(duty.duty, time + 1)
        fillIn(plan, { head: { plan: id, planVersion: version }, unit, duty, now, time, owed: duties })
      }
    }
  }
  plan.free()
}

/** @param {number} now @returns {(duty: Duty, index: number) => object} something that was sent of it, each of another state */
const sentAround =
  (now) =>
  ({ duty, period }, index) => ({
    duty,
    period,
    receivedAt: new Date(now + (index % 5) * DAY).toISOString().replace(/\.\d+Z/, '+00:00'),
    status: ['received', 'returned', 'accepted'][index % 3],
  })

/**
 * Types into every field of a form, and opens it again with what was typed, with activities and with what was sent before; the first
 * time with all texts, later with some of them.
 * @param {Plan} plan
 * @param {{ head: { plan: string, planVersion: number }, unit: string, duty: Duty, now: number, time: number, owed: Duty[] }} of
 */
function fillIn(
  plan,
  {
    head,
    unit,
    duty: {
      duty,
      period: { from, to },
    },
    now,
    time,
    owed,
  },
) {
  const period = { from, to }
  const open = (/** @type {string | undefined} */ draft, /** @type {object[]} */ ...earlier) =>
    plan.form(unit, duty, JSON.stringify(period), draft, JSON.stringify(earlier), now, 'vi')
  const form = open(undefined)
  const { sections } = form.view()
  const fields = sections.flatMap((/** @type {any} */ section) => section.fields)
  const some = TEXTS.filter((_, index) => time === 0 || (index + time) % 5 === 0)
  for (const { path, choices } of fields.flatMap((/** @type {any} */ { inputs }) => inputs)) {
    for (const text of [...some, ...choices.map((/** @type {any} */ { value }) => value), '', FIRST, '12'])
      explainAll(form, form.set(path, text))
  }
  form.tick(now + DAY)
  form.tick(now + 40 * DAY)
  const typed = JSON.parse(form.draft())
  form.free()
  const { planned = [] } = sections.find((/** @type {any} */ { activities }) => activities)?.activities ?? {}
  const listed = planned.map((/** @type {any} */ { id: known, title }) => ({
    planned: known,
    title,
    date: '26/3',
  }))
  const activities = [...listed, typedActivity(from), typedActivity(to)]
  lookedAt(open(JSON.stringify({ ...typed, activities })), now)
  // What an earlier version of the plan has asked.
  lookedAt(open(JSON.stringify({ ...typed, figures: { ...typed.figures, gone: '5' }, activities })), now)
  for (let at = 0; at < some.length && time === 0; at += ODD_ONES)
    lookedAt(
      open(JSON.stringify({ ...typed, activities: some.slice(at, at + ODD_ONES).map(oddActivity) })),
      now,
    )
  const report = reporting({ ...head, unit }, fields)
  const own = report({ duty, period })
  lookedAt(open(undefined, own), now)
  lookedAt(
    open(undefined, ...owed.filter((each) => each.duty !== duty || each.period.from !== from).map(report)),
    now,
  )
  lookedAt(open(JSON.stringify(typed), ...owed.map(report)), now)
}

/** An activity as a draft has it, with nothing wrong. @param {string} date */
const typedActivity = (date) => ({
  ...{
    title: 'Ngày Chủ nhật xanh',
    date: asTyped(date),
    time: '7g30',
    place: 'Công viên',
    participants: '1.200 lượt',
  },
  ...{ links: 'https://example.vn/bai', partners: 'Hội Phụ nữ', note: 'Đông đủ.' },
})

/** @param {string} text what is written of it with JSON's own escapes by number is for the later part */
const oddActivity = (text) => Object.fromEntries(PARTS.map((part) => [part, text.replace('\u0000', '')]))

/** @param {string} date */
const asTyped = (date) => date.split('-').reverse().join('/')

/** An activity as a report has it. @param {string} date */
const activityOn = (date) => ({
  ...{
    title: 'Ngày Chủ nhật xanh',
    date,
    time: '07:30',
    place: 'Công viên',
    participants: 40,
    note: 'Đông đủ.',
  },
  ...{ links: ['https://example.vn/bai'], partners: ['Hội Phụ nữ'] },
})

/**
 * What a unit may have sent of an occasion, each a little otherwise.
 * @param {object} head
 * @param {any[]} fields
 * @returns {(duty: Duty, index?: number) => object}
 */
const reporting =
  (head, fields) =>
  ({ duty, period: { from, to } }, index = 0) => {
    const isEven = index % 2 === 0
    const share = isEven ? { part: 1, whole: 2 } : { part: 0, whole: 40 }
    /** @type {Record<string, unknown>} */
    const answers = { count: 12 * index, money: 5_000_000, share, done: isEven, text: 'Tốt.', date: from }
    Object.assign(answers, {
      phone: '+84912345678',
      email: 'doan@example.vn',
      link: 'https://example.vn/bai',
    })
    const figures = fields.flatMap(({ id, kind }) => (kind in answers ? [[id, answers[kind]]] : []))
    const { title, date, place, participants } = activityOn(to)
    const activities = [activityOn(from), { planned: 'one', title, date, place, participants }]
    const report = {
      format: 1,
      ...head,
      duty,
      period: { from, to },
      figures: Object.fromEntries(figures),
      activities,
    }
    const explanations = fields.map(({ id }) => ({
      path: `/figures/${id}`,
      code: 'range.low',
      text: 'Mưa lớn.',
    }))
    return isEven ? { ...report, explanations } : report
  }

/** @param {import('./pkg/phieu.js').Form} form @param {number} now */
function lookedAt(form, now) {
  form.view()
  form.tick(now)
  form.draft()
  form.free()
}

/** @param {import('./pkg/phieu.js').Form} form @param {any} change */
function explainAll(form, { inputs }) {
  for (const { findings } of inputs)
    for (const { path, code, severity } of findings)
      if (severity === 'warning') form.explain(path, code, 'Mưa lớn trong cả tuần.')
}
