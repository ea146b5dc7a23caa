// The manifest of the elements says what their source does: attributes with their properties, and events.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const WWW = new URL('../../www/', import.meta.url)
const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', WWW), 'utf8'))
const events = readFileSync(new URL('src/events.js', WWW), 'utf8')

/** @type {Record<string, string>} */
const TYPES = {
  'phieu-report': 'elements',
  'phieu-office': 'office',
  'phieu-progress': 'progress',
  'phieu-plan': 'plan',
}

/** Every element that a script registers, as a page would have them. @type {Map<string, any>} */
const registered = new Map()
Object.assign(globalThis, {
  customElements: {
    get: (/** @type {string} */ tag) => registered.get(tag),
    define: (/** @type {string} */ tag, /** @type {unknown} */ element) => registered.set(tag, element),
  },
})

for (const { path, declarations } of modules)
  for (const { tagName, attributes, members, events: told = [] } of declarations)
    test(`${tagName} is as the manifest says`, async () => {
      await import(new URL(path, WWW).href)
      /** @type {[string, { attribute?: string | false }][]} */
      const properties = Object.entries(registered.get(tagName).properties)
      const inSource = properties
        .filter(([, { attribute }]) => attribute !== false)
        .map(([name, { attribute }]) => [attribute ?? name.toLowerCase(), name])
      const said = attributes.map((/** @type {any} */ { name, fieldName }) => [name, fieldName])
      assert.deepEqual(said.sort(), inSource.sort())
      for (const { name } of members)
        assert.ok(
          properties.some(([known]) => known === name),
          name,
        )
      const types = readFileSync(new URL(`types/${TYPES[tagName]}.d.ts`, WWW), 'utf8')
      const element = types.slice(types.indexOf('Element extends HTMLElement'))
      for (const { name } of members) assert.match(element, new RegExp(`^  (readonly )?${name}: `, 'm'))
      for (const { name } of told) assert.ok(events.includes(`'${name}'`), name)
    })

test('the manifest names every event', () => {
  const [{ declarations }] = modules
  const named = declarations[0].events.map((/** @type {any} */ { name }) => name)
  const made = [...events.matchAll(/'(submit|phieu-[a-z]+)'/g)].map(([, name]) => name)
  assert.deepEqual(named.sort(), [...new Set(made)].sort())
  const types = readFileSync(new URL('types/events.d.ts', WWW), 'utf8')
  for (const name of made.filter((each) => each !== 'submit')) assert.ok(types.includes(`'${name}': `), name)
})

test('the manifest names every custom property and every part that a host may style', () => {
  const files = /** @type {string[]} */ (readdirSync(new URL('src/', WWW), { recursive: true }))
  const read = (/** @type {string} */ name) => readFileSync(new URL(`src/${name}`, WWW), 'utf8')
  const styles = files.filter((name) => name.endsWith('.css')).map(read)
  const properties = new Set(styles.flatMap((css) => css.match(/(?<=var\()--phieu-[a-z-]+/g) ?? []))
  const folderOf = (/** @type {string} */ name) => name.split(/[\\/]/)[0]
  /** @type {Map<string, Set<string>>} */
  const parts = new Map(Object.keys(TYPES).map((tag) => [tag, new Set()]))
  for (const name of files.filter((each) => each.endsWith('.js')))
    for (const [, names] of read(name).matchAll(/\bpart="([^"]*)"/g))
      for (const part of names.match(/(?<=^|\s)[a-z]+(?=\s|$)|(?<=')[a-z]+(?=')/g) ?? [])
        (parts.get(`phieu-${folderOf(name)}`) ?? parts.get('phieu-report'))?.add(part)
  for (const { tagName, cssProperties, cssParts } of modules.flatMap(
    (/** @type {any} */ each) => each.declarations,
  )) {
    assert.deepEqual(new Set(cssProperties.map((/** @type {any} */ { name }) => name)), properties)
    assert.deepEqual(
      new Set(cssParts.map((/** @type {any} */ { name }) => name)),
      parts.get(tagName),
      tagName,
    )
  }
})
