/**
 * What takes a PDF apart, in a thread of its own; where a page allows none, pdf.js takes it in itself.
 * @module
 */
// @ts-expect-error the package says nothing of the types of its worker
export { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
