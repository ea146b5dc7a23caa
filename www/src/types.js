/**
 * What the core hands to the page, as the page reads it. Types only.
 * @module
 */

/** @typedef {'loading' | 'failed' | 'units' | 'duties' | 'form' | 'review' | 'receipt'} Screen */
/** @typedef {'vi' | 'en'} Lang */
/** @typedef {{ from: string, to: string }} Period civil dates, both inclusive */
/** @typedef {{ id: string, name: string }} Named */
/** @typedef {{ sector: string, units: Named[] }} UnitGroup */
/** @typedef {{ id: string, version: number, title: string, theme: string | null, period: Period,
 *   periodText: string, units: Named[], duties: Named[] }} Summary */

/** @typedef {'notYetOpen' | 'open' | 'dueSoon' | 'late' | 'sent' | 'sentLate' | 'returned' | 'accepted' | 'waived'} State */
/** @typedef {{ duty: string, kind: string, name: string, label: string | null, period: Period, periodText: string,
 *   deadlineText: string | null, cutoff: number | null, remainingText: string | null, state: State, stateText: string,
 *   why: string | null, channels: { name: string, address: string | null }[] }} DutyView */
/** @typedef {{ duty: string, period: Period, receivedAt: string, status: string }} Sent */

/** @typedef {'error' | 'warning' | 'info'} Severity */
/** @typedef {{ path: string, code: string, severity: Severity, label: string,
 *   message: string, explanation: string | null }} FindingView */
/** @typedef {FindingView} Problem */
/** @typedef {{ path: string, label: string | null, value: string, echo: string | null, findings: FindingView[] }} InputView */
/** @typedef {{ id: string, kind: string, label: string, hint: string | null, noun: string | null, required: boolean,
 *   lines: boolean, maxLength: number | null, inputMode: string | null, targets: string[], before: string | null,
 *   remains: string | null, choices: { value: string, label: string }[], inputs: InputView[] }} FieldView */
/** @typedef {{ key: string | number, index: number, title: string, fields: FieldView[] }} ItemView */
/** @typedef {{ id: string, title: string, dateText: string | null, added: boolean }} PlannedView */
/** @typedef {{ path: string, least: number, evidence: boolean, findings: FindingView[], planned: PlannedView[],
 *   items: ItemView[] }} ListView */
/** @typedef {{ id: string, title: string, hint: string | null, fields: FieldView[], activities: ListView | null }} SectionView */
/** @typedef {{ errors: number, warnings: number, unexplained: number, blank: number }} Counts */
/** @typedef {{ title: string, dutyName: string, label: string | null, unitName: string, periodText: string,
 *   deadlineText: string | null, remainingText: string | null, sections: SectionView[], counts: Counts }} FormView */
/** @typedef {{ inputs: InputView[], list: FindingView[] | null,
 *   remains: { id: string, remains: string | null }[], counts: Counts }} Change */
/** @typedef {{ label: string, value: string }} Row */
/** @typedef {{ title: string, rows: Row[], activities: { title: string, rows: Row[] }[] }} ReviewSection */
/** @typedef {{ title: string, dutyName: string, unitName: string, period: Period, periodText: string,
 *   sections: ReviewSection[], explanations: Row[] }} Review */

/** @typedef {{ format: number, submission: string, code: string, plan: string, planVersion: number, duty: string,
 *   unit: string, period: Period, preparedAt: string, receivedAt: string, deadline: string | null,
 *   timeliness: 'onTime' | 'late' | 'noDeadline', hash: string, revision: number, findings: unknown[] }} Receipt */

export {}
