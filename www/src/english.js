/**
 * What the first screens say in English, in one file: whoever reads Vietnamese does not wait for it.
 * @module
 */
export { en as duties } from './screens/duties/en.js'
export { en as units } from './screens/units/en.js'
export { en as page } from './words/en.js'
