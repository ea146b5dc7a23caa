/**
 * Files of a report: what shows them in the form, keeps them on the device in pieces, and sends them. It is fetched where a
 * plan asks for files, or a report that waits names some.
 * @module
 */
import { define } from './define.js'
import { PhieuFiles } from './files/element.js'

export { sendFiles } from './files/sending.js'
export { blobsOf, release } from './files/shelf.js'

define('phieu-files', PhieuFiles)
