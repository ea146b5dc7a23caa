// The hand-written page that Phiếu is measured against: native inputs, a Zod schema a field, the error beside it
// with the keystroke that makes it. No draft, no plan, no deadline, no rule between fields, no activities: the
// least that anyone would write for the same figures. `FIGURES` is put in by the bundler.
import * as z from 'zod'

const NUMBER = /^\d{1,3}([. ]\d{3})+$|^\d+$/

const number = (most) =>
  z
    .string()
    .trim()
    .regex(NUMBER, 'Hãy nhập một số, ví dụ 1.200.')
    .transform((text) => Number(text.replace(/[. ]/g, '')))
    .pipe(
      z
        .number()
        .int()
        .max(most, `Số lớn nhất là ${most.toLocaleString('vi')}.`),
    )

const SCHEMAS = {
  count: number(1_000_000),
  money: number(Number.MAX_SAFE_INTEGER),
  share: number(1_000_000),
  text: z.string().max(500, 'Nhiều nhất 500 ký tự.'),
}

const form = document.querySelector('form')

function field({ id, label, kind, noun, required, name = label }) {
  const box = document.createElement('div')
  box.className = 'field'
  const caption = document.createElement('label')
  caption.htmlFor = id
  caption.textContent = required ? `${name} (bắt buộc)` : name
  const input = document.createElement(kind === 'text' ? 'textarea' : 'input')
  input.id = id
  if (kind !== 'text') input.inputMode = 'numeric'
  const error = document.createElement('p')
  error.className = 'error'
  error.id = `${id}-error`
  input.setAttribute('aria-describedby', error.id)
  const schema = required ? SCHEMAS[kind] : z.literal('').or(SCHEMAS[kind])
  input.addEventListener('input', () => {
    const { success, error: wrong } = schema.safeParse(input.value)
    error.textContent = success ? '' : messageOf(wrong)
    if (success) input.removeAttribute('aria-invalid')
    else input.setAttribute('aria-invalid', 'true')
  })
  box.append(caption, input)
  if (noun) box.append(Object.assign(document.createElement('span'), { textContent: noun }))
  box.append(error)
  return box
}

/** Of a blank answer or a right one, the person meant the right one: its message says what to mend. */
function messageOf({ issues: [issue] }) {
  return issue.code === 'invalid_union' ? issue.errors.at(-1)[0].message : issue.message
}

function choice({ id, label }) {
  const box = document.createElement('fieldset')
  const legend = document.createElement('legend')
  legend.textContent = label
  box.append(legend)
  for (const answer of ['Có', 'Không']) {
    const caption = document.createElement('label')
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: id, value: answer })
    caption.append(input, answer)
    box.append(caption)
  }
  return box
}

function share({ id, label, share }) {
  const box = document.createElement('fieldset')
  const legend = document.createElement('legend')
  legend.textContent = label
  const half = (side) => field({ id: `${id}-${side}`, kind: 'share', noun: share.noun, name: share[side] })
  box.append(legend, half('part'), half('whole'))
  return box
}

const MAKERS = { done: choice, share }

for (const figure of FIGURES) form.append((MAKERS[figure.kind] ?? field)(figure))
