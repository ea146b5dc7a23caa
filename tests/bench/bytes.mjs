// What a form weighs on the wire, file by file, against the budgets of budgets.json: the same account as `make check` keeps.
import { weights } from '../budget.mjs'
import { keepBudgets, keepTable } from './support/measured.mjs'

keepTable(
  'On the wire (brotli)',
  weights.map(({ what, weight, limitKiB, designKiB }) => [
    what,
    weight,
    `limit ${limitKiB} KiB, design ${designKiB} KiB`,
  ]),
)
keepBudgets(weights.map(({ what, limitKiB, kept }) => [`${what}: at most ${limitKiB} KiB`, kept]))
