/**
 * Whether it is the page's own policy that keeps a request from going out.
 * @module
 */

// A policy's breach is told a moment after the request has failed.
const MOMENT = 100

/**
 * @param {string} url
 * @param {() => Promise<Response>} ask
 * @returns {Promise<{ answer?: Response, isBlocked: boolean }>}
 */
export async function heeding(url, ask) {
  let isBlocked = false
  const hear = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, disposition }) => {
    if (disposition !== 'report' && blockedURI.startsWith(new URL(url).origin)) isBlocked = true
  }
  document.addEventListener('securitypolicyviolation', hear)
  try {
    return { answer: await ask(), isBlocked }
  } catch {
    await new Promise((done) => setTimeout(done, MOMENT))
    return { isBlocked }
  } finally {
    document.removeEventListener('securitypolicyviolation', hear)
  }
}
