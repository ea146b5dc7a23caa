// What a form weighs on the wire, file by file, against the budgets: the same account as `make check` keeps.
import '../budget.mjs'
