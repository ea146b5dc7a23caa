// A roster of 400 units in Excel, and last year's plan of those who are in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './collector.mjs'

export const ROSTER = join(ROOT, 'tests/browser/fixtures/danh-sach-400.xlsx')
const WARDS = ['Tây Thạnh', 'Sơn Kỳ', 'Tân Quý', 'Tân Sơn Nhì', 'Tân Thành', 'Phú Thọ Hòa', 'Phú Thạnh']

/** Last year's plan of those who are in the roster: five bore other names, five are new, three were dissolved. */
export function lastYear() {
  const plan = JSON.parse(readFileSync(join(ROOT, 'www/plans/tan-phu-thang-thanh-nien-2023.json'), 'utf8'))
  const level = plan.levels.at(-1).id
  const unit = (/** @type {string} */ id, /** @type {string} */ name) => ({ id, name, level })
  const ward = (/** @type {number} */ at) => WARDS[at % WARDS.length]
  plan.units = []
  for (let at = 1; at <= 395; at += 1) {
    const place = at > 390 ? `ấp ${at}` : `khu phố ${at}`
    plan.units.push(unit(`chi-doan-${at}`, `Chi đoàn ${place}, phường ${ward(at)}`))
  }
  for (let at = 1; at <= 3; at += 1) plan.units.push(unit(`giai-the-${at}`, `Chi đoàn doanh nghiệp số ${at}`))
  // What the plan says of single units of its own is no matter of this roster.
  const all = (/** @type {any} */ selector) => delete selector?.units && delete selector?.except
  for (const { by, extensions = [] } of plan.duties)
    [by, ...extensions.map((/** @type {any} */ one) => one.units)].forEach(all)
  for (const { units } of [...plan.targets, ...plan.activities]) all(units)
  return JSON.stringify(plan)
}
