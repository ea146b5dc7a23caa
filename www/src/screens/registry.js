/**
 * The screens and parts that no first field needs: a line each.
 * @module
 */

/** @typedef {'loading' | 'failed' | 'units' | 'duties' | 'form' | keyof typeof import('./registry.js')} Screen */

export { screen as access } from './access/screen.js'
export { screen as forget } from './forget/screen.js'
export { screen as obstacle } from './obstacle/screen.js'
export { screen as outbox } from './outbox/screen.js'
export { screen as plan } from './plan/screen.js'
export { screen as receipt } from './receipt/screen.js'
export { screen as review } from './review/screen.js'
export { screen as strays } from './strays/screen.js'
