// Every template of the page binds what it says it binds. Lit's production build takes of two bindings of one name
// the first and drops another, wherever that stands: a listener of the same tag is gone without a word.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const SOURCES = fileURLToPath(new URL('../../www/src', import.meta.url))

/** What stands for an expression; no template has it. */
const HOLE = '\u0000'

// What the bundler makes of a template where an engine has none: a list of the strings between its expressions.
const STRINGS = /__template\((\[(?:\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),?)*\s*\])/g
const TAG = /<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?/g
/** Lit renders nothing into these, and loses count of its expressions. */
const TEXT_ALONE = /<(textarea|title|script|style)\b(?:[^"'>]|"[^"]*"|'[^']*')*>([^<]*)<\/\1|<!--(.*?)-->/gi

/**
 * The markup of each template in a script.
 * @param {string} script
 * @returns {string[]}
 */
function templatesOf(script) {
  const { code } = transformSync(script, {
    target: 'es2020',
    charset: 'utf8',
    supported: { 'template-literal': false },
  })
  const lists = [...code.matchAll(STRINGS)].map(([, list]) => new Function(`return ${list}`)())
  const tagged = code.split('__template([').length - 1
  assert.equal(lists.length, tagged, 'every template is read')
  return lists.map((/** @type {string[]} */ strings) => strings.join(HOLE))
}

/**
 * What Lit would drop of a template.
 * @param {string} markup
 * @returns {string[]}
 */
function flawsOf(markup) {
  const flaws = [...markup.matchAll(TAG)].flatMap(([, tag, attributes]) => {
    // `?hidden` and `hidden` are one attribute; `.value` is a property and `@change` a listener.
    const names = [...attributes.matchAll(ATTRIBUTE)].map(([, name]) => name.replace(/^\?/, '').toLowerCase())
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    return twice.map((name) => `<${tag}> has ${name} twice`)
  })
  const blind = [...markup.matchAll(TEXT_ALONE)].filter(([, , text, comment]) =>
    (text ?? comment ?? '').includes(HOLE),
  )
  return [...flaws, ...blind.map(([, tag]) => `<${tag ?? '!--'}> has an expression as its text`)]
}

// § stands for an expression.
const cases = [
  { markup: '<p class="a" id=§>§</p>', flaws: 0 },
  { markup: '<textarea ?readonly=§ ?readonly=§ @blur=§></textarea>', flaws: 1 },
  { markup: '<a class="x" class=§></a>', flaws: 1 },
  { markup: '<a hidden ?hidden=§></a>', flaws: 1 },
  { markup: '<input value="a" .value=§ @change=§ @input=§>', flaws: 0 },
  { markup: '<input @change=§ @Change=§>', flaws: 1 },
  { markup: '<p title="a > b, class=c" class=§></p>', flaws: 0 },
  { markup: '<textarea>§</textarea>', flaws: 1 },
  { markup: '<p><!-- § --></p>', flaws: 1 },
]
for (const { markup, flaws } of cases) {
  test(`a template ${flaws ? 'that Lit cuts is seen' : 'that is whole'}: ${markup}`, () => {
    const inner = `html\`${markup.replaceAll('§', '$' + '{one}')}\``
    // A comment and a text with backticks are no templates; one inside another is.
    const script = `// \`<a b b>\`\nconst text = 'html\`<a b b>\`'\nexport const t = html\`<p>$\{${inner}}</p>\``
    assert.equal(templatesOf(script).flatMap(flawsOf).length, flaws)
  })
}

test('no template of the page binds a name twice, or where Lit renders nothing', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  const templates = files.map((name) => ({
    name,
    markup: templatesOf(readFileSync(join(SOURCES, name), 'utf8')),
  }))
  const tagged = templates.flatMap(({ markup }) => markup)
  assert.ok(tagged.length > 100, 'the page is made of templates')
  const flaws = templates.flatMap(({ name, markup }) =>
    markup.flatMap(flawsOf).map((flaw) => `${name}: ${flaw}`),
  )
  assert.deepEqual(flaws, [])
})
