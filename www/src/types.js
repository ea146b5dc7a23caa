/**
 * What the core hands to the page: names for the generated types, and the few that are the page's own.
 * @module
 */

/** @typedef {'vi' | 'en'} Lang */
/** @typedef {import('./contract.js').AboutView} AboutView */
/** @typedef {import('./contract.js').BlockView} BlockView */
/** @typedef {import('./contract.js').CardView} CardView */
/** @typedef {import('./contract.js').CellView} CellView */
/** @typedef {import('./contract.js').Change} Change */
/** @typedef {import('./contract.js').ClaimView} ClaimView */
/** @typedef {import('./contract.js').Counts} Counts */
/** @typedef {import('./contract.js').DaysView} DaysView */
/** @typedef {import('./contract.js').DecisionView} DecisionView */
/** @typedef {import('./contract.js').DutyOverview} DutyOverview */
/** @typedef {import('./contract.js').DutyView} DutyView */
/** @typedef {import('./contract.js').FieldReason} FieldReason */
/** @typedef {import('./contract.js').FieldView} FieldView */
/** @typedef {import('./contract.js').FilesView} FilesView */
/** @typedef {import('./contract.js').FindingView} FindingView */
/** @typedef {import('./contract.js').First} First */
/** @typedef {import('./contract.js').FirstInputView} FirstInputView */
/** @typedef {import('./contract.js').FormView} FormView */
/** @typedef {import('./contract.js').OfficeGroup} OfficeGroup */
/** @typedef {import('./contract.js').Official} Official */
/** @typedef {import('./contract.js').Heeded} Heeded */
/** @typedef {import('./contract.js').InputView} InputView */
/** @typedef {import('./contract.js').LintView} LintView */
/** @typedef {import('./contract.js').ListView} ListView */
/** @typedef {import('./contract.js').MapView} MapView */
/** @typedef {import('./contract.js').NamedTallyView} NamedTallyView */
/** @typedef {import('./contract.js').Named} Named */
/** @typedef {import('./contract.js').NarrativesView} NarrativesView */
/** @typedef {import('./contract.js').NarrativeView} NarrativeView */
/** @typedef {import('./contract.js').Overview} Overview */
/** @typedef {import('./contract.js').PartsView} PartsView */
/** @typedef {import('./contract.js').PastedView} PastedView */
/** @typedef {import('./contract.js').Period} Period */
/** @typedef {import('./contract.js').PlannedView} PlannedView */
/** @typedef {import('./contract.js').PointsView} PointsView */
/** @typedef {import('./contract.js').ProgressView} ProgressView */
/** @typedef {import('./contract.js').ScoresView} ScoresView */
/** @typedef {import('./contract.js').ScoreView} ScoreView */
/** @typedef {import('./contract.js').Receipt} Receipt */
/** @typedef {import('./contract.js').ReceivedView} ReceivedView */
/** @typedef {import('./contract.js').Remark} Remark */
/** @typedef {import('./contract.js').Review} Review */
/** @typedef {import('./contract.js').ReviewSection} ReviewSection */
/** @typedef {import('./contract.js').RevisionView} RevisionView */
/** @typedef {import('./contract.js').Row} Row */
/** @typedef {import('./contract.js').SectionView} SectionView */
/** @typedef {import('./contract.js').Sent} Sent */
/** @typedef {import('./contract.js').Severity} Severity */
/** @typedef {import('./contract.js').State} State */
/** @typedef {import('./contract.js').StrayReport} StrayReport */
/** @typedef {import('./contract.js').Summary} Summary */
/** @typedef {import('./contract.js').TableRowView} TableRowView */
/** @typedef {import('./contract.js').TableChange} TableChange */
/** @typedef {import('./contract.js').TableView} TableView */
/** @typedef {'table' | 'setCell' | 'putRow' | 'takeRow' | 'toFile' | 'takeBack'} TableEdit what is done to a table */
/** @typedef {'seePasted' | 'takePasted' | 'seeFile' | 'takeFile'} TablePasting what is done with rows for a table */
/** @typedef {TableEdit | TablePasting} TableDeed what a form does to a table (www/wasm/src/form.rs) */
/** @typedef {import('./contract.js').TallyView} TallyView */
/** @typedef {import('./contract.js').TargetProgressView} TargetProgressView */
/** @typedef {import('./contract.js').TargetState} TargetState */
/** @typedef {import('./contract.js').TotalView} TotalView */
/** @typedef {import('./contract.js').UnitGroup} UnitGroup */
/** @typedef {import('./contract.js').UnitOverview} UnitOverview */
/** @typedef {import('./contract.js').UnitProgressView} UnitProgressView */
/** @typedef {import('./contract.js').Verdict} Verdict */
/** @typedef {import('./contract.js').FindingView} Problem */
/** @typedef {import('./contract.js').ActivityView} ItemView */

export {}
