/**
 * What stands behind a server that does not answer as it should, for whoever runs the site: found out by the form's own
 * self-test, which is loaded only then.
 * @module
 */
import { selftestScript } from '../here.js'

/**
 * @param {any} error
 * @param {string} lang
 * @returns {Promise<Node | undefined>} nothing where waiting may mend it
 */
export const behind = ({ message, trouble }, lang) =>
  selftestScript().then(
    ({ causeOf }) =>
      causeOf({ code: 'endpoint', message, trouble }, { lang }).then(
        (/** @type {any} */ { notice }) => notice,
      ),
    () => undefined,
  )
