// A reporter for `node --test` that writes one line of JSON a test, for `counts.mjs` to count.

/**
 * Node counts a test file that holds no test as one passed test named by its path, and groups (`describe`)
 * beside the tests in them. Neither is a test; a file that broke before its first test is a failure.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const isGroup = data.details.type === 'suite'
    const isFile = data.name === data.file
    if (type === 'test:pass' && (isGroup || isFile)) continue
    if (type === 'test:fail' && isGroup && failedOnlyInside(data.details.error)) continue
    const skipped = data.skip !== undefined || data.todo !== undefined
    const verdict = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'
    yield `${JSON.stringify({ verdict, name: data.name })}\n`
  }
}

/**
 * Whether a group failed because of the tests in it, which are counted themselves.
 * @param {Error} error
 */
function failedOnlyInside(error) {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}
