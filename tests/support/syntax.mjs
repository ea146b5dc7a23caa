// What a script says that one at least of Chrome 80, Firefox 78 and Safari 14 does not understand: as the script is
// served, with its libraries in it.
import { parse } from 'acorn'
import { ancestor } from 'acorn-walk'

/** What an object of the browser or of the language cannot be asked there. */
const METHODS = new Set(
  `at findLast findLastIndex toReversed toSorted toSpliced replaceAll isWellFormed toWellFormed fromAsync hasOwn groupBy
  any withResolvers isSubsetOf symmetricDifference replaceChildren checkVisibility getHTML setHTMLUnsafe showPopover
  attachInternals startViewTransition throwIfAborted randomUUID databases canParse`.split(/\s+/),
)
/** What is not there at all. */
const GLOBALS = new Set(
  `structuredClone WeakRef AggregateError reportError CompressionStream DecompressionStream navigation Iterator scheduler
  cookieStore trustedTypes`.split(/\s+/),
)

/**
 * @param {string} code
 * @param {'module' | 'script'} sourceType
 * @returns {string[]} each thing, once
 */
export function newerThanTargets(code, sourceType = 'module') {
  /** @type {Set<string>} */
  const found = new Set()
  const say = (/** @type {unknown} */ is, /** @type {string} */ what) => is && found.add(what)
  // Names that a script gives to what is its own are no globals, and what it asks with `typeof` it can do without.
  const asked = new Set([...code.matchAll(/typeof (\w+)|globalThis\.(\w+)/g)].map(([, a, b]) => a ?? b))
  ancestor(parse(code, { ecmaVersion: 'latest', sourceType }), {
    PropertyDefinition(node) {
      say(node.static, 'a static field')
      say(node.key.type === 'PrivateIdentifier', 'a private name')
    },
    MethodDefinition: ({ key }) => say(key.type === 'PrivateIdentifier', 'a private name'),
    StaticBlock: () => say(true, 'a static block'),
    AssignmentExpression: ({ operator }) => say(/^(\|\||&&|\?\?)=$/.test(operator), operator),
    AwaitExpression: (_, __, above) =>
      say(!above.some(({ type }) => /Function/.test(type)), 'await outside a function'),
    ForOfStatement: (node, _, above) =>
      say(node.await && !above.some(({ type }) => /Function/.test(type)), 'await outside a function'),
    ImportDeclaration: ({ attributes }) => say(attributes?.length, 'import … with'),
    Literal({ regex }) {
      say(regex && /[dv]/.test(regex.flags), 'a flag of a regular expression')
      say(regex && /\(\?<[=!]/.test(regex.pattern), 'looking behind in a regular expression')
    },
    CallExpression({ callee, optional, arguments: given }) {
      // In Chrome 80 to 90 it throws where there is nothing to call.
      say(optional && given.slice(0, -1).some(({ type }) => type === 'SpreadElement'), '?.(...some, last)')
      const property = callee.type === 'MemberExpression' && !callee.computed ? callee.property : undefined
      const method = property?.type === 'Identifier' ? property.name : ''
      say(METHODS.has(method), `.${method}()`)
    },
    Identifier: ({ name }) => say(GLOBALS.has(name) && !asked.has(name), name),
  })
  return [...found]
}
