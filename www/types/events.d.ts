// What the elements tell their host. src/events.js is held against it (tests/node/manifest.test.mjs).
import type { Receipt } from '../dist/types/src/contract.js'

/** What a host says that became of a report. */
export type HostAnswer =
  | { outcome: 'accepted'; receipt?: string }
  | {
      outcome: 'refused'
      message?: string
      findings?: { path: string; message: string; code?: string; severity?: 'error' | 'warning' }[]
    }
  | { outcome: 'failed'; message?: string }

/** A report is ready to be sent. Cancelled, or answered, it is the host's: nothing is then sent. */
export interface PhieuSubmitEvent extends Event {
  /** The submission as JSON text (`Submission` of `phieu/contract`). */
  readonly detail: string
  /** The files that the report names (`figures`, a list of `hash`, `name`, `bytes`, `kind`), as far as they are on this device. */
  files(): Promise<File[]>
  /** Takes the report, and tells the person what becomes of it once that is known. To be called while the event is told. */
  respondWith(answer: HostAnswer | Promise<HostAnswer>): void
}

/** The receiving office has the report. */
export interface PhieuReceivedEvent extends Event {
  readonly receipt: Receipt
}

/** A draft was written on the device. */
export interface PhieuSavedEvent extends Event {
  /** The draft as JSON text (`Draft` of `phieu/contract`). */
  readonly draft: string
  /** When, in milliseconds since 1970. */
  readonly at: number
}

/** Another screen is shown. */
export interface PhieuScreenEvent extends Event {
  readonly screen: string
}

/** What bubbles, and leaves shadow trees. */
export interface PhieuEventMap {
  /** As `submit`, which does not bubble. */
  'phieu-submit': PhieuSubmitEvent
  'phieu-received': PhieuReceivedEvent
  'phieu-saved': PhieuSavedEvent
  'phieu-screen': PhieuScreenEvent
}

declare global {
  interface HTMLElementEventMap extends PhieuEventMap {}
  interface DocumentEventMap extends PhieuEventMap {}
}
