// Made by `phieu types` from the Rust types. Do not edit.

/** What a unit is told of a plan. */
export interface AboutView {
  /** Offices and roles to ask. Never a person. */
  contacts: ContactView[];
  /** The document, for example "Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023"; none where the plan tells of none. */
  documentText: string | null;
  /** The office that issues it. */
  issuer: string | null;
  /** That a report has no deadline, in words. */
  noDeadlineText: string;
  /** Its period in words. */
  periodText: string;
  /** Its theme. */
  theme: string | null;
  /** The plan's title. */
  title: string;
  /** Its version. */
  version: number;
}

/** What can be done. */
export type Act = "set" | "confirm" | "discard" | "propose" | "add" | "split" | "paste" | "ask" | "use" | "mend" | "move" | "take" | "write" | "level" | "grow" | "drop" | "raise";

/** One action, in JSON: `{"act": "set", "list": "targets", "ids": ["trong-moi-cay-xanh"], "cell": "value", "text": "120"}`. */
export interface Action {
  /** What is done. */
  act: Act;
  /** To which cell; of `ask` the figure, of `mend` the finding's code. */
  cell?: string | null;
  /** To which of it. */
  ids: string[];
  /** To which list. */
  list: List;
  /** What was typed or chosen; of `mend` the finding's place. */
  text?: string | null;
}

/** An activity (hoạt động) of the plan. */
export interface Activity {
  /** Its identity; activities in reports refer to it. */
  id: Id;
  /** The level that holds it (cấp quận, cơ sở Đoàn). */
  level?: Id | null;
  /** Which of a series it is, for example 148 for "Ngày Chủ nhật xanh lần thứ 148". */
  ordinal?: number | null;
  /** Where it is held. */
  place?: string | null;
  /** Where it stands. */
  source: Source;
  /** Its title as the document writes it. */
  title: string;
  /** The units that hold it or take part. */
  units?: Selector;
  /** When it is held; empty where the document does not say. */
  when?: When[];
}

/** One thing asked of an activity, and whether it must be answered. */
export interface ActivityField {
  /** What is asked. */
  part: ActivityPart;
  /** Whether a report cannot be sent without it. */
  required?: boolean;
}

/** What a form asks of each activity listed. */
export interface ActivityList {
  /** Whether each activity needs at least one link as evidence (minh chứng). */
  evidence?: boolean;
  /** How many activities at least. */
  least?: number;
  /** What is asked of each besides its title and first day, which always are, in this order. */
  parts?: ActivityField[];
  /** The days on which an activity may lie. */
  within?: Span;
}

/** What can be asked of an activity. The names are those of a report's JSON. */
export type ActivityPart = "title" | "date" | "until" | "time" | "place" | "participants" | "links" | "partners" | "note";

/** An activity (hoạt động). */
export interface ActivityProposal {
  dates: When[];
  end: number;
  grade: Grade;
  /** The level that holds it, in the document's words; empty where it does not say. */
  level: string;
  quote: string;
  reasons: string[];
  section: string;
  start: number;
  title: string;
}

/** An activity of the list. */
export interface ActivityView {
  /** What is asked of it. */
  fields: FieldView[];
  /** Its place in the list, from 0. */
  index: number;
  /** A number that stays with it when the list is reordered. */
  key: number;
  /** Its title as typed, for headings; empty while there is none. */
  title: string;
}

/** What differs, and whom it touches. */
export interface AgainstView {
  /** What differs, part by part. */
  changes: string[];
  /** Whom it touches, the worst first. */
  touched: TouchView[];
  /** The version that is published. */
  version: number;
}

/** A group of targets (nhóm chỉ tiêu): "01 diễn đàn hoặc 01 hội thi", "ít nhất 2 trong 4 chỉ tiêu". Its targets have the same units, scope and cadence; none of them is judged by itself. */
export interface Alternatives {
  /** Its identity, which no target of the plan has. */
  id: Id;
  /** How many of its targets are to be reached, at least; 1 where nothing is said. */
  least?: number;
  /** Its targets, two at least, none of which stands in another group. */
  of: Id[];
  /** Where it stands. */
  source: Source;
  /** What is to be reached, in few words: "Tổ chức 01 diễn đàn hoặc 01 hội thi". */
  text: string;
}

/** One answer of a list. */
export interface AnswerView {
  /** Its identity. */
  id: string;
  /** In words: "3 đơn vị: Trực tiếp". */
  text: string;
  /** How many units gave it. Where several can be chosen, a unit counts at each. */
  units: number;
}

/** The answers that units gave to one question with a list to choose from. Of each unit the latest holds. */
export interface AnswersView {
  /** How many have answered. */
  answered: number;
  /** The answers in the list's order, those that nobody gave too. */
  answers: AnswerView[];
  /** The indicator's identity. */
  indicator: string;
  /** The question. */
  label: string;
  /** In words: "12 trên 36 đơn vị đã trả lời". */
  text: string;
  /** How many units are asked. */
  units: number;
}

/** An arrival (lượt nhận): a submission, when it came, and what the office has done with it. One a line (NDJSON), arrivals are how reports are handed to a roll-up, by the collector's export as by `phieu sample`. */
export interface Arrival {
  /** What the office gave in the place of the unit's own points. */
  points?: ReviewedPoints[];
  /** When it came, by the collector's clock. */
  receivedAt: Instant;
  /** 1 for the first report of its duty, unit and period, one more for each that amends it; 0 where nobody counted, and then the latest received holds. */
  revision?: number;
  /** What the office has done with it. */
  status?: Status;
  /** What came. */
  submission: Submission;
}

/** One figure, and whether a form asks it. */
export interface AskedView {
  /** Not asked, asked, or required. */
  choices: Picked[];
  /** The figure. */
  id: string;
  /** What is asked. */
  label: string;
}

/** The form of one duty, in words. */
export interface AskingView {
  /** Whether it asks every figure of the plan, also those that are added later. */
  all: boolean;
  /** What it asks. */
  asks: AskedView[];
  /** How many figures it asks. */
  count: number;
  /** The duty. */
  duty: string;
  /** Its name. */
  name: string;
  /** A unit that owes it; none where nobody does. */
  unit: string | null;
}

/** Something known of units as a whole number (đặc điểm của đơn vị): "đoàn viên", "cử tri", "cây đã trồng năm 2022". */
export interface Attribute {
  /** The figure in which each unit tells its own number, where the plan does not state it: a count, money or a quantity. What the unit told last counts, in whichever report; none where the numbers are the plan's alone. */
  asked?: Id | null;
  /** Its identity within the plan. */
  id: Id;
  /** What is counted, as it stands behind a number: "đoàn viên", "cử tri", "ha lúa năm 2022". */
  name: string;
  /** Where the document states it; none where the numbers are the office's own. */
  source?: Source | null;
}

/** Where the points of a criterion come from. */
export type Award = {
  own: Id;
} | {
  punctuality: Punctual;
};

/** A band (mức xếp loại): "Xuất sắc từ 90 điểm". */
export interface Band {
  /** What rules it out whatever the points are (không xét): whoever meets one of these comes to the next band that is open to it. */
  bars?: Bar[];
  /** From how many points on, in steps; below those of the band before. */
  from: number;
  /** Its identity within the table. */
  id: Id;
  /** Its name: "Xuất sắc". */
  name: string;
}

/** One band. */
export interface BandView {
  /** Its identity; none for those who reach no band. */
  id: string | null;
  /** In words: "Xuất sắc, từ 90 điểm". */
  text: string;
  /** How many units come to it. */
  units: number;
}

/** What rules a band out. */
export interface Bar {
  /** As the document says it: "Có báo cáo gửi trễ hạn". */
  text: string;
  /** When it holds. */
  when: BarWhen;
}

/** A part of the bar that says how far a duty is. */
export interface BarPart {
  /** How many units stand before it. */
  from: number;
  /** Of which group. */
  group: OfficeGroup;
  /** How many units it is of. */
  units: number;
}

/** When something rules a band out. */
export type BarWhen = {
  late: number;
} | {
  missing: number;
} | {
  below: {
    /** The criterion of this table. */
    criterion: Id;
    /** How many points, in steps. */
    points: number;
  };
} | {
  figure: {
    /** How it stands to the number. */
    comparison: Comparison;
    /** The indicator: a count, money, a quantity, or something done or not. */
    indicator: Id;
    /** The number, in the indicator's steps. */
    value: number;
  };
};

/** On which number of each unit the value of a target rests, and how. */
export interface Base {
  /** An attribute of the plan, of which each unit has a number. */
  attribute: Id;
  /** How the value is taken of it. */
  by?: By;
}

/** What a blank figure means to a declared rule. */
export type Blanks = "skip" | "zero";

/** Cells for which there is no input. */
export interface BlockLeft {
  /** What they showed, as far as a line has room; empty for what was not read. */
  pasted: string;
  /** Why, in words. */
  why: string;
}

/** One cell, and the input that would take it. */
export interface BlockRow {
  /** What would be wrong or doubtful about it. */
  findings: FindingView[];
  /** What it asks. */
  label: string;
  /** What the cell showed, as far as a line has room. */
  pasted: string;
  /** The path of the input. */
  path: string;
  /** What stands in the input now; none where that is nothing, or the same. */
  replaces: string | null;
  /** What would stand in the input: the cell, its number written as it is written here. */
  text: string;
  /** How the cell is understood, in words; none where it is not, or as it shows. */
  understood: string | null;
}

/** A block of cells (khối ô chép từ bảng tính) as a form would take it. */
export interface BlockView {
  /** What finds no input. */
  left: BlockLeft[];
  /** What would be taken, each cell for one input, in the order in which the block has them. */
  rows: BlockRow[];
}

/** A part of a workbook, as it goes into the zip. */
export interface BookPart {
  /** Its name in the zip. */
  name: string;
  /** Its text. */
  text: string;
}

/** Whether the named day or hour itself is still in time. */
export type Bound = "by" | "before";

/** How a value is taken of a number of the unit. */
export type By = "each" | "change";

/** For which span of time a target's value holds. */
export type Cadence = "plan" | "year" | "schoolYear" | "halfYear" | "quarter" | "month" | "week" | "day";

/** A listed activity in one line (thẻ hoạt động). */
export interface CardView {
  /** What is wrong and what is left: "1 chỗ cần sửa", "chưa ghi: Địa điểm"; empty where nothing is. */
  left: string;
  /** The worst of it. */
  state: MapState;
  /** Its day, place and attendances, in words: "Chủ nhật 26/2/2023 · Kênh 19/5 · 120 lượt người". */
  summary: string;
}

/** One cell of a row. */
export interface Cell {
  /** What can be chosen, where it is answered so. */
  choices: Picked[];
  /** What it belongs to, where a row has several of a kind: "Kỳ 2". */
  group: string | null;
  /** A line under its label. */
  hint: string | null;
  /** What it is called. */
  label: string;
  /** Whether it may have several lines. */
  lines: boolean;
  /** Its name in actions. */
  name: string;
  /** What stands in it, as a person would type it. */
  text: string;
  /** What is wrong with what stands in it. */
  wrong: string | null;
}

/** What is to be said of one cell. */
export interface CellFinding {
  /** The cell, "B12"; empty for the table as a whole. */
  cell: string;
  /** What to write. */
  mend: string | null;
  /** What is wrong. */
  message: string;
  /** How bad it is: what has an error is not taken. */
  severity: Severity;
  /** The same in a word. */
  severityText: string;
}

/** A state in which a report of the matrix stands. */
export interface CellStateView {
  /** The state. */
  state: State;
  /** In words. */
  text: string;
}

/** How one occasion of one unit stands. */
export interface CellView {
  /** Whether the submission that holds amends an earlier one. */
  amended: boolean;
  /** That the first submission came late although "send" was pressed in time, by the device's clock: "Gửi kịp hạn, đến trễ vì mất mạng". `null` where it did not. It is late all the same. */
  delayedText: string | null;
  /** When the first submission came. */
  receivedAt: Instant | null;
  /** In words, on the plan's clock. */
  receivedText: string | null;
  /** Its state. */
  state: State;
  /** In words. */
  stateText: string;
  /** The submission that holds, to look into; `null` where there is none. */
  submission: string | null;
}

/** How sure the document is of a date. */
export type Certainty = "exact" | "expected" | "unsure";

/** What one stroke changed. */
export interface Change {
  /** How many findings there are now. */
  counts: Counts;
  /** The inputs that changed; the one that was set comes first. */
  inputs: InputView[];
  /** The findings of the list as a whole, where they changed. */
  list: FindingView[] | null;
  /** The figures whose remainder changed. */
  remains: Remains[];
  /** Whether other fields are asked now than before, so that the whole form is to be shown anew. */
  reshaped: boolean;
}

/** How a report is to be sent, as the document says it. */
export interface Channel {
  /** Its address: a link or an office's mailbox. */
  address?: string | null;
  /** Which way it is; where it is left out, what the address says. */
  kind?: ChannelKind | null;
  /** What it is, for example "Biểu mẫu trực tuyến" or "Văn bản chính thức". */
  name: string;
}

/** A way to send a report. */
export type ChannelKind = "online" | "mailbox" | "paper";

/** An answer to choose. */
export interface Choice {
  /** Whether it is chosen now. */
  chosen: boolean;
  /** What a page shows. */
  label: string;
  /** The text to set when it is chosen, or when it is taken back where several can stand together. */
  value: string;
}

/** Another document that this one cites. */
export interface Citation {
  /** What it is about. */
  about: string;
  /** Its date. */
  date?: CivilDate | null;
  /** Who issued it. */
  issuer?: string | null;
  /** Its number and sign, where it has one. */
  number?: string | null;
  /** Where it is cited. */
  source: Source;
}

/** A civil date (ngày) in the years 1900 to 2199. Not named Date, which JavaScript has already. */
export type CivilDate = string;

/** An activity as one unit reports it. */
export interface ClaimView {
  /** How many attendances. */
  participants: number | null;
  /** Its days. */
  period: Period;
  /** In words. */
  periodText: string;
  /** Where it was held. */
  place: string | null;
  /** The submission that says so. */
  submission: string;
  /** The activity's title. */
  title: string;
  /** The unit's identity. */
  unit: string;
  /** Its name. */
  unitName: string;
}

/** A column (cột) of a table: one thing that each row states. It is asked, read and held to its bounds as an indicator is. */
export interface Column {
  /** Whether a number that is none exactly is taken too. */
  estimates?: boolean;
  /** A line that helps with it. */
  hint?: string | null;
  /** Its identity within the table; the answers of a row are keyed by it. */
  id: Id;
  /** What is asked, as the head of the column shows it: "Họ và tên", "Giá trị". */
  label: string;
  /** The smallest value that can be; 0 where nothing is said. */
  least?: number | null;
  /** What kind of value answers it: any but a table, and a choice of one answer at most. */
  measure: Measure;
  /** The largest value that can be. */
  most?: number | null;
  /** The largest value that is plausible of one row; above it is a warning. */
  plausible?: number | null;
  /** Whether no row can be sent without it. */
  required?: boolean;
}

/** The columns of one duty. */
export interface ColumnGroupView {
  /** Its columns, by their places; none is empty. */
  columns: number[];
  /** The duty. */
  duty: string;
  /** Its name. */
  name: string;
}

/** One occasion. */
export interface ColumnView {
  /** The first instant that is too late; `null` where there is no deadline. */
  cutoff: Instant | null;
  /** The deadline in words. */
  deadlineText: string | null;
  /** The duty. */
  duty: string;
  /** Its name. */
  dutyName: string;
  /** Which duty for which period this is, whoever owes it. */
  key: string;
  /** The period's name, for example "Tuần 1". */
  label: string | null;
  /** The days. */
  period: Period;
  /** In words. */
  periodText: string;
  /** How it stands over all units that owe it. */
  tally: TallyView;
  /** The duty's name before them: "Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023". */
  text: string;
  /** The period's name and its days: "Tuần 1, từ 26/2 đến hết 3/3/2023". */
  whenText: string;
}

/** How the figures of several periods combine (cách tổng hợp theo kỳ). */
export type Combine = "sum" | "latest" | "cumulative" | "maximum";

/** How a figure compares with a target's value, or the sides of a declared rule with each other. */
export type Comparison = "atLeast" | "atMost" | "exactly" | "moreThan" | "lessThan" | "notEqual";

/** Who has sent what is due (đầy đủ, đúng hạn). */
export interface CompletenessView {
  /** Over all units and duties. */
  all: TallyView;
  /** By duty, in the plan's order. */
  byDuty: NamedTallyView[];
  /** By sector; units without one come last. */
  bySector: NamedTallyView[];
  /** By unit, in the plan's order; those that owe nothing are left out. */
  byUnit: NamedTallyView[];
  /** What the numbers of each tally are called. */
  names: TallyNames;
}

/** One thing to mend, in whole sentences. */
export interface ComposeFinding {
  /** What kind of finding it is: the code of the lint, so that several of one kind are read as one; empty where it stands alone. */
  kind: string;
  /** How to mend it. */
  mend: string | null;
  /** What mends it at once, where that is certain, or certain once a person chooses. */
  mends: Remedy[];
  /** What is wrong. */
  message: string;
  /** The place on the page. */
  place: Place;
  /** The place in the plan, as a JSON Pointer. */
  pointer: string;
  /** How bad it is. While there is an error, the plan cannot be published. */
  severity: Severity;
  /** The same in a word. */
  severityText: string;
}

/** A composition in words. */
export interface CompositionView {
  /** Whether there is something to do again. */
  canRedo: boolean;
  /** Whether there is something to undo. */
  canUndo: boolean;
  /** The plan as a whole. */
  head: HeadView;
  /** Levels, sectors, units, targets, figures, duties, activities, in this order. */
  rows: PlanRow[];
  /** Sentences of the document that are not used. */
  unused: RestView[];
}

/** An office or role to ask. */
export interface Contact {
  /** What it is in charge of. */
  charge: string;
  /** The office's own mailbox. */
  email?: string | null;
  /** The office. */
  office: string;
}

/** An office to ask. */
export interface ContactView {
  /** What it is in charge of. */
  charge: string;
  /** The office's own mailbox. */
  email: string | null;
  /** The office. */
  office: string;
}

/** What applies instead of days published by mistake. */
export interface Correction {
  /** The first day that applies. */
  from: CivilDate;
  /** The last day that applies; the first day where it is left out. */
  to?: CivilDate | null;
  /** Why the published days cannot be meant. */
  why: string;
}

/** What the numbers of a target count. */
export type Counted = "count" | "money" | "quantity" | "basisPoints" | "units";

/** How many findings there are. */
export interface Counts {
  /** Required inputs that are blank. */
  blank: number;
  /** Findings that block sending, what is still to come not counted. */
  errors: number;
  /** Places with less than the plan wants, which blocks sending: rows, activities, things done (chỗ chưa đủ). */
  short: number;
  /** Warnings that have none yet. */
  unexplained: number;
  /** Those of them that wait until the list of activities was left. */
  waiting: number;
  /** Findings that need a line of explanation. */
  warnings: number;
}

/** One criterion (tiêu chí). */
export interface Criterion {
  /** Who gives the points, or from what they follow. */
  by: Award;
  /** Its identity within the table. */
  id: Id;
  /** The number that it bears in the document. */
  number?: string | null;
}

/** One criterion. */
export interface CriterionView {
  /** Its identity within the table. */
  id: string;
  /** The most points, in words: "10 điểm". */
  mostText: string;
  /** What is scored. */
  name: string;
  /** The number that it bears in the document. */
  number: string | null;
  /** Both: "1.1. Tổ chức học tập nghị quyết". */
  text: string;
}

/** How a calendar is cut into reporting periods (chu kỳ báo cáo). */
export type Cycle = {
  every: "day";
} | {
  ends: Weekday;
  every: "week";
} | {
  endsOn?: DayOfMonth;
  every: "month";
} | {
  every: "quarter";
  from?: MonthDay;
} | {
  every: "halfYear";
  from?: MonthDay;
  until?: MonthDay;
} | {
  every: "semester";
  firstFrom: MonthDay;
  secondFrom: MonthDay;
  until?: MonthDay;
} | {
  every: "year";
  from?: MonthDay;
  until?: MonthDay;
} | {
  every: "schoolYear";
  from: MonthDay;
  until?: MonthDay;
} | {
  days: number;
  every: "days";
  starts: CivilDate;
};

/** A day of the month. */
export type DayOfMonth = number;

/** The days of which a list of activities tells. */
export interface DaysView {
  /** Each of them, where they are few, with its day of the week: "CN 26/2". */
  choices: Choice[];
  /** The first and the last. */
  within: Period;
}

/** A deadline (hạn gửi) as published: a day, perhaps an hour, and whether that moment is still in time. */
export interface Deadline {
  /** Whether the day or hour itself is still in time. */
  bound?: Bound;
  /** The day. */
  date: CivilDate;
  /** The hour, where one is named. */
  time?: TimeOfDay | null;
}

/** One deadline, in words. */
export interface DeadlineView {
  /** By when; none where the plan names no deadline. */
  due: string | null;
  /** The duty. */
  duty: string;
  /** What the period is called. */
  label: string | null;
  /** Its name. */
  name: string;
  /** The days that the report covers. */
  period: string;
  /** How many units owe it. */
  units: number;
}

/** Whether a person has decided about something. */
export type Decided = "proposed" | "confirmed" | "discarded";

/** A decision as it is told. */
export interface DecisionView {
  /** When it was made. */
  decidedAt: Instant | null;
  /** By what the office was known; told to offices alone. */
  decidedBy?: string | null;
  /** The same in words, on the plan's clock. */
  decidedText: string | null;
  /** What is to be mended of single answers. */
  fields: FieldReason[];
  /** `accepted`, `returned`; `received` where nothing was decided yet. */
  outcome: Status;
  /** The same in words: "Đã duyệt". */
  outcomeText: string;
  /** What is to be mended of the whole report. */
  reason: string;
  /** The revision about which it was made. */
  submission: string;
}

/** A declared rule (quy tắc kiểm tra). It holds when the left side stands to the right side as the comparison says; where it does not, its message is the finding. */
export interface DeclaredRule {
  /** What a blank figure means. */
  blanks?: Blanks;
  /** How the sides must compare. */
  comparison: Comparison;
  /** Its identity; part of the finding. */
  id: Id;
  /** Terms that are added up to the left side. */
  left: Term[];
  /** What is wrong and how to mend it, in Vietnamese. */
  message: string;
  /** The same in English; the Vietnamese where it is left out. */
  messageEn?: string | null;
  /** Terms that are added up to the right side. */
  right: Term[];
  /** How bad a breach is. */
  severity: RuleSeverity;
  /** Where the document asks for it; none for the office's own. */
  source?: Source | null;
  /** The forms it applies to; every form that asks all its figures where the list is empty. */
  templates?: Id[];
}

/** What belongs together: the details of a row, a period that is waived, the days on which something is held. */
export interface DetailGroup {
  /** Whether it can be taken away. */
  canDrop: boolean;
  /** Whether it can be moved one up. */
  canRaise: boolean;
  /** What can be corrected. */
  cells: Cell[];
  /** How deep it stands: 0 of the outermost that is shown there. */
  depth: number;
  /** Whether it is open: only then it has cells and offers. */
  isOpen: boolean;
  /** What can be said besides. */
  offers: Offer[];
  /** Where it is shown. */
  part: DetailPart;
  /** Its name in actions; empty of the row's own details. */
  path: string;
  /** What it is called, and the first that it says: "Kỳ được miễn báo cáo 1: gộp vào báo cáo tháng". */
  title: string;
}

/** Where details are shown. */
export type DetailPart = "row" | "form";

/** One answer that is not the same in two reports. */
export interface Difference {
  /** What the other says. */
  is: string;
  /** What was asked. */
  label: string;
  /** The answer's place in the report. */
  path: Path;
  /** What the one report says; blank where it says nothing. */
  was: string;
}

/** A figure of a long period that differs from those of the shorter periods inside it. */
export interface DiscrepancyView {
  /** The duty of the long period, which holds. */
  dutyName: string;
  /** The indicator. */
  indicator: string;
  /** Its label. */
  label: string;
  /** How many shorter reports they are. */
  partReports: number;
  /** The shorter periods together. */
  parts: number;
  /** In words. */
  partsText: string;
  /** The long period in words. */
  periodText: string;
  /** The submission that holds. */
  submission: string;
  /** Both, and by how much they differ, in words. */
  text: string;
  /** The unit's identity. */
  unit: string;
  /** Its name. */
  unitName: string;
  /** The figure of the long period. */
  value: number;
  /** In words. */
  valueText: string;
}

/** What the document holds besides what is computed with. The form does not need it; the office, the lint and the official report do. */
export interface Document {
  /** What it is founded on (căn cứ). */
  bases?: Citation[];
  /** Offices and roles to ask (thông tin liên hệ). Never a person's name or phone number. */
  contacts?: Contact[];
  /** Its headings (đề mục) in order: the number as `source.section`, for example `B.II` or `4.1`, the number as printed included where it is a mistake, and the heading as `text`. */
  headings?: Statement[];
  /** The day on which it is issued. */
  issued?: CivilDate | null;
  /** The office that issues it. */
  issuer?: string;
  /** What it calls itself: "Kế hoạch", "Chương trình", "Chương trình hành động". */
  kind?: string;
  /** Its number and sign, for example "03-Ctr/ĐTN-TC.KT". */
  number?: string | null;
  /** Where it is issued. */
  place?: string | null;
  /** Purposes (mục đích). */
  purposes?: Statement[];
  /** Who receives it (nơi nhận). */
  recipients?: string[];
  /** Requirements (yêu cầu). */
  requirements?: Statement[];
  /** For whom it is signed, for example "TM. Ban Thường vụ Quận Đoàn". */
  signedFor?: string | null;
  /** The signer's role, for example "Bí thư". Never a name. */
  signerRole?: string | null;
  /** Slogans that look like targets ("10.000 bước chân mỗi ngày") and are none. */
  slogans?: Statement[];
  /** The office above the issuer, as the header names it. */
  superior?: string | null;
  /** Tasks (nhiệm vụ, giải pháp, phân công) that set no figure. */
  tasks?: Statement[];
}

/** A draft (bản nháp): raw text, right or wrong, always kept; pinned to the plan's version. */
export interface Draft {
  /** The activities listed. */
  activities?: DraftActivity[];
  /** The duty. */
  duty: string;
  /** Explanations of warnings. */
  explanations?: Explanation[];
  /** What was typed, by indicator; the halves of a share under `ID/part` and `ID/whole`. */
  figures?: Record<string, string>;
  /** The version of the JSON format. */
  format: 1;
  /** The days that the report covers. */
  period: Period;
  /** The plan's identity. */
  plan: string;
  /** The plan's version. */
  planVersion: number;
  /** The unit that reports. */
  unit: string;
}

/** An activity (hoạt động) as typed: every part is raw text, right or wrong; "" is blank. */
export interface DraftActivity {
  /** Its first day (ngày bắt đầu). */
  date?: string;
  /** Links as evidence (đường dẫn minh chứng); in a draft one a line. */
  links?: string;
  /** Anything else worth saying (ghi chú). */
  note?: string;
  /** How many attendances (lượt người tham gia). */
  participants?: string;
  /** Partner units (đơn vị phối hợp); in a draft one a line. */
  partners?: string;
  /** Where it is held (địa điểm). */
  place?: string;
  /** The activity of the plan's calendar that it is; "" for one of the unit's own. */
  planned?: string;
  /** The hour at which it begins (giờ). */
  time?: string;
  /** Its title (tên hoạt động). */
  title?: string;
  /** Its last day (ngày kết thúc), where it lasts longer than one. */
  until?: string;
}

/** One activity that two units seem to claim both. */
export interface DuplicateView {
  /** How alike the titles are, in hundredths of a percent. */
  likenessBp: number;
  /** What one unit says. */
  one: ClaimView;
  /** What the other says. */
  other: ClaimView;
  /** Why the two look like one, and what to decide, in words. */
  text: string;
}

/** A reporting duty (chế độ báo cáo). */
export interface Duty {
  /** The statement that applies. */
  applies: Id;
  /** The units that owe it. */
  by?: Selector;
  /** How the document wants it sent (link, mailbox, official letter), as published. */
  channels?: Channel[];
  /** From how many hours before the deadline it counts as due soon. */
  dueSoonHours?: number;
  /** Deadlines that were put off. */
  extensions?: Extension[];
  /** Whether the report of a unit above others tells of these too (báo cáo gộp): its figures are those of all of them together, its own work among them. Where levels add up, what the units below sent is not added to it. */
  gathers?: boolean;
  /** Its identity. */
  id: Id;
  /** The kind of report, as the office groups them ("weekly", "closing"); a label, not a rule. */
  kind: Id;
  /** Where a deadline goes that falls on a day off; it stays where nothing is said, and where it is counted in hours. */
  moved?: Moved | null;
  /** Its name, for example "Báo cáo tuần". */
  name: string;
  /** What the document says of periods and deadlines; every statement is kept, also where two contradict each other. */
  schedules: StatedSchedule[];
  /** Where it stands. */
  source: Source;
  /** The form that it asks for. */
  template: Id;
  /** The office that receives it. */
  to?: string | null;
  /** Periods for which it need not be sent. */
  waivers?: Waiver[];
  /** Why that one applies, where there are several. */
  why?: string | null;
}

/** One duty in one period. */
export interface DutyOverview {
  /** How far it is, as a bar over all units, from left to right. */
  bar: BarPart[];
  /** How many units are in each state; a state in which none is is left out. */
  counts: Record<string, number>;
  /** The first instant that is too late; none where there is no deadline. */
  deadline: Instant | null;
  /** The deadline in words. */
  deadlineText: string | null;
  /** The duty. */
  duty: Id;
  /** The same units as the office turns to them. */
  groups: OfficeGroupView[];
  /** Whether its deadline is near and a unit has sent nothing. */
  isNext: boolean;
  /** Whether units open these reports by themselves: each that came stands in `units`, and nobody is missing. */
  isOnDemand: boolean;
  /** Which duty for which period this is, whoever owes it. */
  key: string;
  /** Its kind. */
  kind: Id;
  /** What the period is called. */
  label: string | null;
  /** How many are late and have sent nothing: "3 quá hạn"; none where none is. */
  lateText: string | null;
  /** Its name. */
  name: string;
  /** That there is none, in words; none where there is one. */
  noDeadlineText: string | null;
  /** The days that it covers. */
  period: Period;
  /** In words. */
  periodText: string;
  /** What to remind those of who have not sent it, ready to be copied; none where nobody is to be reminded. */
  reminder: ReminderView | null;
  /** Of how many units there is a report to read: "Đã nhận 12 trên 40 đơn vị". */
  sentText: string;
  /** Both names: "Báo cáo tuần · Tuần 1". */
  title: string;
  /** The units that owe it. */
  units: UnitOverview[];
}

/** A duty (chế độ báo cáo). */
export interface DutyProposal {
  /** Who owes it, in the document's words; empty where it does not say. */
  by: string;
  channels: Channel[];
  end: number;
  grade: Grade;
  name: string;
  quote: string;
  reasons: string[];
  /** Every statement of its periods and deadlines. An event is named by its place among the proposals, counted from one: `activity-3` is the third of `activities`, `milestone-1` the first of `milestones`. */
  schedules: StatedSchedule[];
  section: string;
  start: number;
}

/** An occasion (phiếu cần nộp) as a page lists it. */
export interface DutyView {
  /** What is asked of the event before an offer is opened: "Hội nghị: ngày nào, lúc mấy giờ?"; none where nothing is. */
  askText: string | null;
  /** How the document wants it sent. */
  channels: Channel[];
  /** The first instant that is too late, in milliseconds since 1970; none where there is no deadline. */
  cutoff: number | null;
  /** The deadline in words, of an event that is told of first as it is counted from there; none where the plan names none. */
  deadlineText: string | null;
  /** The duty. */
  duty: string;
  /** What a button that opens it says: "Làm báo cáo", "Điền phiếu đăng ký"; where it was given back, "Sửa và gửi lại". */
  fillText: string;
  /** The state by which it is grouped with others. */
  group: State;
  /** The name of its group: "Đã gửi". Those of one name follow each other; what is only offered has a name of its own, and is not counted with what is to be sent. */
  groupText: string;
  /** Whether the unit still has to send it. */
  isOwed: boolean;
  /** Which duty of which unit for which period this is: the one text to keep and compare it by. */
  key: string;
  /** The kind of report. */
  kind: string;
  /** The period's name, for example "Tuần 1". */
  label: string | null;
  /** The duty's name, for example "Báo cáo tuần". */
  name: string;
  /** What is offered, where it is an offer: one that the unit can open whenever there is something to report, with the hour at which the list was made as its period and a key of its own. None of all others. */
  offerText: string | null;
  /** The period. */
  period: Period;
  /** The period in words. */
  periodText: string;
  /** What remains until the deadline, or how late it is, in words; none once it is sent or waived. */
  remainingText: string | null;
  /** The same with what remains of its time, or how late it is: "Quá hạn 3 giờ 5 phút". */
  standsText: string;
  /** Its state. */
  state: State;
  /** Its state in words. */
  stateText: string;
  /** Both: "Báo cáo tuần · Tuần 1". */
  title: string;
  /** Why it need not be sent, where it is waived; of what the unit opens by itself, why it can open no more. */
  why: string | null;
}

/** A number that is none exactly (số ước lượng): in JSON `{"number":300,"is":"above"}` for "trên 300". */
export interface Estimate {
  /** In which way it is none exactly. */
  is: Mark;
  /** The number that was named. */
  number: number;
}

/** A report on something that the plan sets down (sự kiện): "01 ngày sau hội nghị". There is one for each time that it is held, over the days that apply, and its deadline is counted from the last of them. As long as no day is set, none is owed. */
export interface Event {
  /** By when, counted from the last day; none where the document names no deadline. */
  deadline?: RelativeDeadline | null;
  /** What the report is called. */
  label?: string | null;
  /** The activity or the milestone of the plan. */
  of: Id;
}

/** The type of value that an indicator asks of a report's JSON. */
export type Expected = "integer" | "share" | "boolean" | "text" | "date" | "time" | "phone" | "email" | "link" | "listed" | "files" | "rows";

/** A line of explanation (giải trình) for a warning; it travels with the report. */
export interface Explanation {
  /** The warning's code. */
  code: string;
  /** Where the warning stands. */
  path: Path;
  /** Why it is right all the same, in the unit's words. */
  text: string;
}

/** A deadline that was put off (gia hạn), for all units or for some. The deadline as published stays, and is shown beside it. Never makes a report late: an earlier deadline than the published one is none, and what has no deadline gets none. */
export interface Extension {
  /** Until when; of several the latest. */
  deadline: Deadline;
  /** Where it says so. */
  source: Source;
  /** The units that have it; all where it is left out. */
  units?: Selector;
  /** Every period of the duty inside these days has it. */
  within: Period;
}

/** A field (ô nhập) of a form: an indicator, and whether it must be answered. */
export interface Field {
  /** Whether a figure above zero needs at least one activity with a link as evidence (minh chứng). */
  evidence?: boolean;
  /** The indicator asked. A form asks each at most once. */
  indicator: Id;
  /** For whom, from when and upon which answer it is asked; always where it is left out. */
  only?: Only | null;
  /** Whether a report cannot be sent without it. */
  required?: boolean;
}

/** What is to be mended of a field, and why; or which points the office gives instead of the unit's own. */
export interface FieldReason {
  /** The field, as a JSON Pointer into the report, for example `/figures/trees`. */
  path: string;
  /** The points that the office gives instead (điểm thẩm định), as people write them: "8,5". */
  points?: string | null;
  /** What is wrong with it; may be empty where points are given. */
  reason?: string;
}

/** A field: one question with one input, or two for a share. */
export interface FieldView {
  /** What a browser may fill in by itself, in HTML's terms. */
  autocomplete: string;
  /** What this unit reported for earlier periods, in words. */
  before: string | null;
  /** A line under it. */
  hint: string | null;
  /** The indicator's identity, or the name of the part of an activity. */
  id: string;
  /** Which keyboard a phone should offer, in HTML's terms. */
  inputMode: string;
  /** The inputs. */
  inputs: InputView[];
  /** The kind of value, by its name in a plan's measures; `links` for those of an activity. */
  kind: string;
  /** The question. */
  label: string;
  /** Whether the answer may have several lines. */
  lines: boolean;
  /** The most characters taken, for words. */
  maxLength: number | null;
  /** Whether it is asked for only by who wants to say more: a page may keep it behind "more details". */
  more: boolean;
  /** The noun that is counted. */
  noun: string | null;
  /** What this unit still lacks to reach its own target, in words. */
  remains: string | null;
  /** Whether it must be answered. */
  required: boolean;
  /** Whether several of its choices can stand together. */
  several: boolean;
  /** Whether a short input has room for the answer. */
  short: boolean;
  /** The targets that bind this unit or the whole plan, in words. */
  targets: string[];
}

/** A kind of file that can be taken. None of them is run by a browser or office program that opens it: pictures are made anew on the device, documents have no macros. */
export type FileKind = "image" | "pdf" | "word" | "excel";

/** What is taken at an input, and what became of a file that was offered. */
export interface FilesView {
  /** Which files a device should offer, in HTML's terms (`accept`). */
  accept: string;
  /** How many bytes of a file are to be read to know what it is. */
  head: number;
  /** What is taken, in words. */
  hint: string;
  /** That the report can be sent before its file has come, where it is one to be signed first, in words. */
  later: string | null;
  /** Whether one more has room. */
  more: boolean;
  /** What became of the file that was offered, where one was. */
  offered: OfferedView | null;
  /** What is there already, each with the text that takes it out again. */
  there: Choice[];
}

/** One finding (lỗi, cảnh báo, lưu ý) about a draft or report. In JSON: `{"severity":"error","path":"/figures/trees","code":"number.tooHigh","params":{"most":500}}`; `params` is left out where the kind has none. No parameter carries what was typed into words, phone numbers or addresses. */
export type Finding = ({
  code: "required";
} | {
  code: "text.tooLong";
  params: {
    /** The characters entered. */
    length: number;
    /** The most characters taken. */
    max: number;
  };
} | {
  code: "text.activeCharacter";
  params: {
    /** The character by its number, for example "U+202E". */
    character: string;
    /** Its place in the text, counted from 1. */
    place: number;
  };
} | {
  code: "number.notANumber";
} | {
  code: "number.ambiguous";
  params: {
    /** The readings that would be accepted, as they would have to be written to be clear. */
    readings: string[];
  };
} | {
  code: "number.grouping";
} | {
  code: "number.notWhole";
} | {
  code: "number.negative";
} | {
  code: "number.tooLarge";
  params: {
    /** The largest number kept exactly. */
    most: number;
  };
} | {
  code: "number.tooSmall";
  params: {
    /** The smallest that can be. */
    least: number;
  };
} | {
  code: "number.tooHigh";
  params: {
    /** The largest that can be. */
    most: number;
  };
} | {
  code: "number.implausible";
  params: {
    /** The largest plausible number. */
    plausible: number;
  };
} | {
  code: "estimate.notTaken";
  params: {
    /** The number without what marks it, as it was typed. */
    number: string;
  };
} | {
  code: "money.notAnAmount";
} | {
  code: "money.ambiguous";
  params: {
    /** The readings that would be accepted, as they would have to be written to be clear. */
    readings: string[];
  };
} | {
  code: "money.unitMissing";
} | {
  code: "money.notWhole";
} | {
  code: "money.negative";
} | {
  code: "money.tooLarge";
  params: {
    /** The largest amount kept exactly, in đồng. */
    most: number;
  };
} | {
  code: "money.tooSmall";
  params: {
    /** The smallest that can be, in đồng. */
    least: number;
  };
} | {
  code: "money.tooHigh";
  params: {
    /** The largest that can be, in đồng. */
    most: number;
  };
} | {
  code: "money.implausible";
  params: {
    /** The largest plausible amount, in đồng. */
    plausible: number;
  };
} | {
  code: "quantity.notAQuantity";
} | {
  code: "quantity.tooExact";
  params: {
    /** The most decimal places. */
    decimals: number;
  };
} | {
  code: "date.notADate";
} | {
  code: "date.impossible";
  params: {
    /** Its last day. */
    lastDay: number;
    /** The month meant. */
    month: number;
  };
} | {
  code: "date.noSuchMonth";
} | {
  code: "date.swapped";
  params: {
    /** The day that was probably meant. */
    day: number;
    /** The month that was probably meant. */
    month: number;
    /** The year, where one was written. */
    year?: number | null;
  };
} | {
  code: "date.yearMissing";
} | {
  code: "date.shortYear";
  params: {
    /** The year that was probably meant. */
    year: number;
  };
} | {
  code: "date.otherWeekday";
  params: {
    /** The day of the week on which the date falls. */
    weekday: Weekday;
  };
} | {
  code: "date.yearOutOfRange";
  params: {
    /** The first year of the calendar. */
    first: number;
    /** The last year of the calendar. */
    last: number;
  };
} | {
  code: "date.outsidePeriod";
  params: {
    /** The first day of the period. */
    from: CivilDate;
    /** The last day of the period. */
    to: CivilDate;
  };
} | {
  code: "date.outsidePlan";
  params: {
    /** The first day of the plan. */
    from: CivilDate;
    /** The last day of the plan. */
    to: CivilDate;
  };
} | {
  code: "time.notATime";
} | {
  code: "time.impossible";
} | {
  code: "time.partOfDay";
} | {
  code: "answer.notListed";
  params: {
    /** The first of the answers that can be chosen, as the form shows them. */
    answers: string[];
  };
} | {
  code: "file.notAFile";
} | {
  code: "file.kind";
  params: {
    /** The kinds that are taken, as the plan names them. */
    kinds: string[];
  };
} | {
  code: "file.tooLarge";
  params: {
    /** The most megabytes of one file. */
    megabytes: number;
  };
} | {
  code: "file.tooMany";
  params: {
    /** How many there are. */
    count: number;
    /** How many at most. */
    most: number;
  };
} | {
  code: "done.notYesOrNo";
} | {
  code: "phone.notAPhone";
} | {
  code: "phone.noLeadingZero";
} | {
  code: "phone.length";
  params: {
    /** The digits entered, with the leading 0 in place of +84. */
    digits: number;
    /** The digits that there should be. */
    expected: number;
  };
} | {
  code: "phone.shape";
} | {
  code: "phone.oldMobile";
} | {
  code: "email.noAt";
} | {
  code: "email.severalAts";
} | {
  code: "email.space";
} | {
  code: "email.marks";
} | {
  code: "email.local";
} | {
  code: "email.domain";
} | {
  code: "link.noScheme";
} | {
  code: "link.scheme";
} | {
  code: "link.host";
} | {
  code: "link.credentials";
} | {
  code: "link.space";
} | {
  code: "link.character";
} | {
  code: "link.tooLong";
  params: {
    /** The most characters of a web address. */
    most: number;
  };
} | {
  code: "activities.tooMany";
  params: {
    /** How many there are. */
    count: number;
    /** How many at most. */
    most: number;
  };
} | {
  code: "activities.notAsked";
} | {
  code: "figures.tooMany";
  params: {
    /** How many there are. */
    count: number;
    /** How many at most. */
    most: number;
  };
} | {
  code: "report.otherPlan";
} | {
  code: "report.planVersion";
  params: {
    /** The version it was made for. */
    actual: number;
    /** The version it is checked against. */
    expected: number;
  };
} | {
  code: "report.unknownDuty";
} | {
  code: "report.unknownUnit";
} | {
  code: "report.notOwed";
} | {
  code: "report.unknownPeriod";
} | {
  code: "report.waived";
  params: {
    /** The duty whose report takes it in. */
    takenInBy?: string | null;
  };
} | {
  code: "report.unknownFigure";
} | {
  code: "report.unknownColumn";
  params: {
    /** The column's key. */
    column: string;
    /** The first row with something there, counted from 0. */
    row: number;
  };
} | {
  code: "report.wrongType";
  params: {
    /** What is asked. */
    expected: Expected;
  };
} | {
  code: "report.format";
  params: {
    /** The format read. */
    expected: number;
  };
} | {
  code: "report.malformed";
  params: {
    /** The column in bytes, counted from 1. */
    column: number;
    /** The line, counted from 1. */
    line: number;
  };
} | {
  code: "submission.id";
} | {
  code: "submission.amends";
} | {
  code: "explanation.missing";
  params: {
    /** The code of the warning to explain. */
    warning: string;
  };
} | {
  code: "explanations.tooMany";
  params: {
    /** How many there are. */
    count: number;
    /** How many at most. */
    most: number;
  };
} | {
  code: "figure.notAsked";
  params: {
    /** The question, by its indicator. */
    question: string;
  };
} | {
  code: "figure.farFromEarlier";
  params: {
    /** The nearest of the earlier figures. */
    earlier: number;
  };
} | {
  code: "figure.falls";
  params: {
    /** The figure reported before. */
    earlier: number;
  };
} | {
  code: "report.sameFigures";
} | {
  code: "share.incomplete";
} | {
  code: "share.partAboveWhole";
  params: {
    /** The part entered. */
    part: number;
    /** The whole entered. */
    whole: number;
  };
} | {
  code: "date.endBeforeStart";
  params: {
    /** The first day entered. */
    start: CivilDate;
  };
} | {
  code: "phone.unknownPrefix";
} | {
  code: "figure.evidence";
} | {
  code: "activity.evidence";
} | {
  code: "figure.zeroWithActivities";
  params: {
    /** What the activities add up to. */
    tally: number;
  };
} | {
  code: "figure.withoutActivities";
} | {
  code: "figure.belowActivities";
  params: {
    /** The figure entered. */
    figure: number;
    /** What the activities add up to. */
    tally: number;
  };
} | {
  code: "figure.aboveActivities";
  params: {
    /** The figure entered. */
    figure: number;
    /** What the activities add up to. */
    tally: number;
  };
} | {
  code: "activities.tooFew";
  params: {
    /** How many there are. */
    count: number;
    /** How many at least. */
    least: number;
  };
} | {
  code: "activity.unknownPlanned";
} | {
  code: "links.tooMany";
  params: {
    /** The links entered. */
    count: number;
    /** The most links of one activity. */
    most: number;
  };
} | {
  code: "partners.tooMany";
  params: {
    /** The partner units entered. */
    count: number;
    /** The most partner units of one activity. */
    most: number;
  };
} | {
  code: "activity.duplicate";
  params: {
    /** The earlier of the two, counted from 0. */
    other: number;
  };
} | {
  code: "activity.sameLink";
} | {
  code: "activity.claimedByOther";
  params: {
    /** The other unit. */
    unit: string;
  };
} | {
  code: "rule.breached";
  params: {
    /** By how much the addition is above it; less than 0 where it is below. */
    over: number;
    /** The rule's identity. */
    rule: string;
    /** The addition of the side that has several terms; empty where neither has. */
    terms: string;
    /** What the other side comes to. */
    total: number;
  };
} | {
  code: "rule.tooFewDone";
  params: {
    /** How many are done. */
    done: number;
    /** Of how many. */
    of: number;
    /** The rule's identity. */
    rule: string;
  };
} | {
  code: "rule.tooManyDone";
  params: {
    /** How many are done. */
    done: number;
    /** Of how many. */
    of: number;
    /** The rule's identity. */
    rule: string;
  };
} | {
  code: "table.tooFewRows";
  params: {
    /** How many rows there are. */
    count: number;
    /** How many rows at least. */
    least: number;
  };
} | {
  code: "table.tooManyRows";
  params: {
    /** How many rows there are. */
    count: number;
    /** How many rows at most. */
    most: number;
  };
} | {
  code: "table.blankRow";
  params: {
    /** The row. */
    row: number;
  };
} | {
  code: "table.sameRow";
  params: {
    /** The row that says it first. */
    other: number;
  };
} | {
  code: "report.late";
  params: {
    /** The first instant that was too late. */
    deadline: Instant;
    /** How late, in seconds. */
    seconds: number;
  };
}) & {
  /** Where. */
  path: Path;
  /** How bad it is. */
  severity: Severity;
};

/** A finding and what it says, in one language. */
export type FindingInWords = Finding & {
  /** Its sentence. */
  message: string;
};

/** A finding in words. */
export interface FindingView {
  /** Whether it is to be named among what stands in the way of sending: an error, and a warning for as long as it lacks its explanation. The error that says so stands at the same place and is not named beside it. */
  blocks: boolean;
  /** Its stable code, or the receiving side's own. */
  code: string;
  /** The explanation that the unit gave, where it gave one. */
  explanation: string | null;
  /** The name of the input or list, for a summary. */
  label: string;
  /** What is wrong, what is expected and how to mend it. */
  message: string;
  /** Where. */
  path: string;
  /** How bad it is. */
  severity: Severity;
  /** Whether it can only be met by listing activities: a page shows it once the list of activities was left, or once sending was tried, and not while the figures above the list are being filled in. */
  waits: boolean;
}

/** The first screen of the forms of one duty, blank and in words. */
export interface First {
  /** What of these fields is asked whose texts can be judged before the plan is there, for `FirstInputs::read`; nothing in English, which comes with the whole. */
  asked: string[];
  /** A blank draft, of whatever unit and period. */
  blank: Draft;
  /** The duty's name. */
  dutyName: string;
  /** The fields of all forms, each once. */
  fields: FieldView[];
  /** The forms, as far as units and periods are asked otherwise. */
  forms: FirstForm[];
  /** What stands above a form, by period and deadline. */
  heads: FirstHead[];
  /** The language of the words: `vi` or `en`. */
  lang: string;
  /** The plan's title. */
  title: string;
  /** The units that owe it. */
  units: FirstUnit[];
}

/** The beginning of a form. */
export interface FirstForm {
  /** How many findings the whole form has while it is blank. */
  counts: Counts;
  /** Its first sections. */
  sections: FirstSection[];
}

/** What stands above a form. */
export interface FirstHead {
  /** Its name and its days. */
  datedText: string;
  /** The deadline in words; none where the plan names none. */
  deadlineText: string | null;
  /** Its name. */
  label: string | null;
  /** The period. */
  period: Period;
  /** The period in words. */
  periodText: string;
}

/** What is said of an input's text. */
export interface FirstInputView {
  /** How the text was understood, in words; none where it was not, or where that goes without saying. */
  echo: string | null;
  /** What is wrong or doubtful about it. */
  findings: FindingView[];
}

/** An occasion of a first screen. */
export interface FirstOccasion {
  /** Its form, as a place in the list. */
  form: number;
  /** What stands above its form, as a place in the list. */
  head: number;
  /** Its key. */
  key: string;
}

/** A section of a first screen. */
export interface FirstSection {
  /** Its first fields, as places in the list of all. */
  fields: number[];
  /** A line under the heading. */
  hint: string | null;
  /** Its identity within the form. */
  id: string;
  /** Its heading. */
  title: string;
}

/** Which occasion is the most pressing from a moment on. */
export interface FirstStand {
  /** The moment, in milliseconds since 1970. */
  from: number;
  /** The occasion, as a place in the unit's list; none where nothing can be asked for. */
  occasion: number | null;
}

/** A unit that owes the duty. */
export interface FirstUnit {
  /** Its identity. */
  id: string;
  /** Its name. */
  name: string;
  /** What it can be asked for. */
  occasions: FirstOccasion[];
  /** Which of them is the most pressing while nothing was sent, from when on, in order. */
  stands: FirstStand[];
}

/** A question that is answered by files. */
export interface FollowingFiles {
  /** Whether files are there. */
  isThere: boolean;
  /** Its place in the form. */
  path: Path;
  /** Whether the document itself is asked there, signed and stamped. */
  signed: boolean;
  /** What is lacking, may be added or has come, in a sentence. */
  text: string;
}

/** What is still to be sent of a report (còn phải gửi), and what of it was sent. */
export interface Follows {
  /** What goes another way than through the form, each in a sentence. */
  beside: string[];
  /** The questions that are answered by files, in the order of the form: those that have none yet, and of signed documents also those that have. */
  files: FollowingFiles[];
}

/** A whole form. */
export interface FormView {
  /** How many findings there are now. */
  counts: Counts;
  /** Its name and its days: "Tuần 1, từ 26/2 đến hết 3/3/2023". */
  datedText: string;
  /** The deadline in words; none where the plan names none. */
  deadlineText: string | null;
  /** The duty's name, for example "Báo cáo tuần". */
  dutyName: string;
  /** Whether the unit has reported for an earlier period, from which blanks can be filled. */
  hasEarlier: boolean;
  /** The period's name, for example "Tuần 1". */
  label: string | null;
  /** The period in words. */
  periodText: string;
  /** What remains until the deadline, or how late it is, in words. */
  remainingText: string | null;
  /** The sections in order. */
  sections: SectionView[];
  /** The plan's title. */
  title: string;
  /** The reporting unit's name. */
  unitName: string;
}

/** How far a proposal can be trusted. */
export type Grade = "sure" | "likely" | "maybe";

/** A level (cấp) or a sector (khối, khu vực) of the organisation. Both are data: the district level went on 1 July 2025, and older plans still have it. */
export interface Group {
  /** Its identity within the plan. */
  id: Id;
  /** Its name as people say it, for example "Cơ sở Đoàn" or "Khu vực trường học". */
  name: string;
}

/** A target within one sector. */
export interface GroupProgressView {
  /** The sector's identity; `null` for units without one. */
  id: string | null;
  /** Its name. */
  name: string;
  /** How whole the value is. */
  partial: PartialView;
  /** How much of it is reached; of the plan's target, where the target is for all units together. */
  shareBp: number | null;
  /** What they are to reach; `null` where the target is for all units together. */
  target: number | null;
  /** `target` as a number to be computed with, where it is steps. */
  targetFigure: string | null;
  /** How many bound units it has. */
  units: number;
  /** What they reached. */
  value: number | null;
  /** `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one. */
  valueFigure: string | null;
  /** In words. */
  valueText: string;
}

/** The plan as a whole. */
export interface HeadView {
  /** Its document and days. */
  about: string;
  /** Whether its days are known. */
  hasDays: boolean;
  /** Whether it came out of a document. */
  hasDocument: boolean;
  /** Its identity. */
  id: string;
  /** Its title. */
  title: string;
  /** Its version. */
  version: number;
}

/** A line of the outline. */
export interface HeadingView {
  /** Whether a person has said so. */
  corrected: boolean;
  /** By what it is named in actions: where it stands in the text. */
  id: string;
  /** 1 for the outermost; 0 of a line that a person has said is no heading. */
  level: number;
  /** Its place among all numbers. */
  section: string;
  /** Its words. */
  title: string;
}

/** What the receiving side found, taken up. */
export interface Heeded {
  /** What changed. */
  change: Change;
  /** What no field of this form can show: of the report as a whole, or of what is not asked here. */
  elsewhere: FindingView[];
}

/** The report on an event, or what of its day and hour is to be corrected. */
export interface HeldView {
  /** What is wrong with the day. */
  dayWrong: string | null;
  /** The report, as a list of duties has it that was neither begun nor sent. */
  duty: DutyView | null;
  /** What is wrong with the hour. */
  hourWrong: string | null;
}

/** An identity (mã). */
export type Id = string;

/** An indicator (nội dung số liệu): one thing that a report states, be it a figure, a share, money, done or not, words, or a way to reach the reporter. A report holds at most one value of each. */
export interface Indicator {
  /** How the figures of several periods become one. */
  combine?: Combine;
  /** Whether a number that is none exactly is taken too: "trên 300", "gần 1 tỷ", "khoảng 8,5 km". It is marked as such wherever it goes. */
  estimates?: boolean;
  /** A line under the label: what counts and what does not. */
  hint?: string | null;
  /** Its identity; figures in reports are keyed by it. */
  id: Id;
  /** What is asked, as the form shows it, for example "Số cây xanh trồng mới". */
  label: string;
  /** The smallest value that can be; 0 where nothing is said. Below it is an error. */
  least?: number | null;
  /** What kind of value answers it. */
  measure: Measure;
  /** The largest value that can be; above it is an error. */
  most?: number | null;
  /** The largest value that is plausible for one unit in one report; above it is a warning. */
  plausible?: number | null;
  /** Where the document asks for it. */
  source?: Source | null;
  /** What in the list of activities this figure counts, so that the two can be held together. */
  tally?: Tally | null;
}

/** An input and what is known of its text. */
export interface InputView {
  /** Whether the text shows nothing, so that it is no answer. */
  blank: boolean;
  /** The answers to choose from, for a question that is answered by choosing. */
  choices: Choice[];
  /** How the text was understood, in words; none where it was not, or where that goes without saying. */
  echo: string | null;
  /** What is wrong or doubtful about it. */
  findings: FindingView[];
  /** Its own label, where a field has two inputs. */
  label: string | null;
  /** Its path. */
  path: string;
  /** The text as typed. */
  value: string;
}

/** An instant (thời điểm), read at any offset and written in UTC. */
export type Instant = string;

/** One thing that is wrong with the text. */
export interface JsonFault {
  /** The character within the line, from 1. */
  column: number;
  /** The line, from 1. */
  line: number;
  /** What is wrong and how to mend it. */
  message: string;
}

/** The plan as JSON, or what was typed in its place and is no plan. */
export interface JsonView {
  /** What is wrong with it, in the order of the text. */
  faults: JsonFault[];
  /** Whether it is the plan as it stands; else it was typed and is none yet. */
  isPlan: boolean;
  /** The text. */
  text: string;
}

/** What a person has to look at. */
export interface LeftView {
  /** The day that is to be looked at, in words. */
  day: string | null;
  /** What it is about. */
  message: string;
  /** Where it stands on the page. */
  place: Place;
}

/** What one unit is sent. */
export interface LetterView {
  /** Its code, where a link does not serve. */
  code: string;
  /** Its own link, which needs no code. */
  link: string;
  /** Its name. */
  name: string;
  /** The letter, a paragraph each. */
  text: string[];
  /** The unit. */
  unit: string;
}

/** Codes and links of units, as they are handed out. None of it is kept. */
export interface LettersView {
  /** The same as the parts of a workbook. */
  book: BookPart[];
  /** A letter for each unit, in the plan's order. */
  letters: LetterView[];
  /** The same as a table, its headings first: number, name, sector, telephone, code, link, message. */
  rows: string[][];
}

/** A finding about a plan, in words. */
export interface LintView {
  /** The stable, dotted code. */
  code: string;
  /** How to mend it. */
  mend: string;
  /** What is wrong. */
  message: string;
  /** The mend as a change of the plan, where it is mechanical. */
  patch: PatchView | null;
  /** Where in the plan, as a JSON Pointer. */
  path: Path;
  /** How bad it is. */
  severity: Severity;
  /** The same in a word. */
  severityText: string;
  /** The statements that disagree, side by side. */
  statements: StatedView[];
}

/** The lists of a composition. */
export type List = "head" | "levels" | "sectors" | "units" | "targets" | "figures" | "duties" | "activities" | "periods" | "unused";

/** The list of activities. */
export interface ListView {
  /** Whether each needs a link as evidence. */
  evidence: boolean;
  /** Findings about the list as a whole. */
  findings: FindingView[];
  /** The activities listed. */
  items: ActivityView[];
  /** How many activities at least. */
  least: number;
  /** Its path. */
  path: string;
  /** The plan's activities that this unit can add. */
  planned: PlannedView[];
}

/** An answer to choose (phương án trả lời). */
export interface ListedAnswer {
  /** Its identity, by which reports give it. */
  id: Id;
  /** What the form shows, for example "Trực tuyến". */
  label: string;
}

/** One listed period of a duty (kỳ báo cáo). */
export interface ListedPeriod {
  /** By when; none where the document names no deadline. */
  deadline?: Deadline | null;
  /** Its name, for example "Tuần 1". */
  label?: string | null;
  /** The day from which it can be sent; the period's first day where it is left out. */
  opens?: CivilDate | null;
  /** The days it covers. */
  period: Period;
}

/** A section as the map of a form shows it (một dòng trong mục lục của phiếu). */
export interface MapLine {
  /** The section's identity within the form. */
  id: string;
  /** The worst of it. */
  state: MapState;
  /** What is answered, wrong and left, in words: "4/7 ô, 1 chỗ cần sửa". */
  text: string;
  /** Its heading. */
  title: string;
}

/** How a section of a form stands. */
export type MapState = "wrong" | "left" | "ready";

/** The map of a form (mục lục của phiếu): its sections, and where to go on. */
export interface MapView {
  /** The fields that may stand aside, by their identities: nothing of them is asked for now (no answer must be there, no target is set, nothing is found), nothing stands there, and nothing did in what was reported before. None where nothing was reported before. */
  aside: string[];
  /** The path to go to first: of what is wrong, else of a blank that must be answered, else of what lacks its explanation; none where nothing stands in the way. */
  first: string | null;
  /** The sections in order. */
  lines: MapLine[];
  /** The path to go on to: the next open place below that one which a person is at, and from the end on again from the beginning. Open is what stands in the way, and a blank that was answered for an earlier period, an empty list too. None where nothing is open. */
  next: string | null;
}

/** In which way a number is none exactly. */
export type Mark = "above" | "below" | "about";

/** Rows that stand to the plan in one way. */
export interface MatchGroup {
  /** `same`, `renamed`, `changed`, `new`, `gone`, `stays`. */
  name: string;
  /** The rows. */
  rows: MatchRow[];
  /** In words, with how many. */
  title: string;
}

/** One row. */
export interface MatchRow {
  /** Its cell; empty for what the file has not. */
  cell: string;
  /** Its name. */
  name: string;
  /** What of its name is another, where the file calls a unit of the plan so. */
  renamed: Renamed | null;
  /** What else is to be said: the name that it had, another sector. */
  says: string;
}

/** Units × occasions. */
export interface MatrixView {
  /** The occasions: the duties in the plan's order, each period in order. */
  columns: ColumnView[];
  /** What is said of a report that the line held up, where one was. */
  delayedText: string | null;
  /** The columns by duty, in the plan's order. */
  duties: ColumnGroupView[];
  /** The units that owe at least one, in the plan's order. */
  rows: RowView[];
  /** The sectors of the rows. */
  sectors: SectorView[];
  /** The states in which cells stand. */
  states: CellStateView[];
}

/** What kind of value answers an indicator. */
export type Measure = "money" | "done" | "date" | "time" | "phone" | "email" | "link" | {
  count: {
    /** The noun counted: "người", "lượt", "cây", "hoạt động". Người (persons) and lượt (attendances) are different nouns and are never added. */
    noun: string;
  };
} | {
  share: {
    /** The noun of both. */
    noun: string;
    /** What the part is, for example "đoàn viên được học tập nghị quyết". */
    part: string;
    /** What the whole is, for example "tổng số đoàn viên". */
    whole: string;
  };
} | {
  text: {
    /** Whether it may have several lines. */
    lines?: boolean;
    /** The most characters (Unicode scalar values) taken. */
    max: number;
  };
} | {
  choice: {
    /** The answers to choose from, 2 to 60, in the order in which the form shows them. */
    answers: ListedAnswer[];
    /** Whether several can be chosen together. */
    several?: boolean;
  };
} | {
  quantity: {
    /** How many decimal places are taken, 0 to 6. What was reported is read by it: it stays as it is in every version of a plan. */
    decimals: number;
    /** The unit: "km", "ha", "tấn", "giờ", "điểm". What is typed in another of the same kind (m, m², kg, phút) is turned into it. */
    unit: string;
  };
} | {
  ratio: {
    /** The noun of both; left out where both are amounts of money. */
    noun?: string | null;
    /** What the part is, for example "số tiền vận động được". */
    part: string;
    /** What the whole is, for example "số tiền theo kế hoạch". */
    whole: string;
  };
} | {
  file: {
    /** For how many days after the plan's last day the collector keeps the files; for good where it is left out, here or at another file of the plan. What they were stays in the report. */
    keepDays?: number | null;
    /** What kinds of files are taken, each once. */
    kinds: FileKind[];
    /** The most megabytes of each, 1 to 50; photos are made smaller than one before they are sent. */
    megabytes: number;
    /** The most files, 1 to 20. */
    most: number;
    /** Whether it is the report itself, signed and stamped (bản đã ký, đóng dấu): it can follow once the report was sent, and is owed until it has come. */
    signed?: boolean;
  };
} | {
  table: {
    /** Its columns in order. */
    columns: Column[];
    /** The column by which rows are told apart: two rows that say the same there are doubtful. */
    key?: Id | null;
    /** How many rows at least, where there is one. */
    least?: number | null;
    /** How many rows at most, 1 to 300; 300 where nothing is said. */
    most?: number | null;
    /** What one row is: "công trình", "cá nhân", "ứng cử viên". */
    row: string;
  };
};

/** A milestone (mốc tiến độ) of the plan's own making: drafting, start, review. */
export interface Milestone {
  /** Its identity. */
  id: Id;
  /** Where it stands. */
  source: Source;
  /** What happens. */
  text: string;
  /** When. */
  when: When;
}

/** A milestone (mốc tiến độ). */
export interface MilestoneProposal {
  end: number;
  quote: string;
  start: number;
  text: string;
  when: When;
}

/** A day that comes back every year, month first. */
export type MonthDay = string;

/** Which way a deadline goes that falls on a day off. */
export type Moved = "before" | "after";

/** What moving the plan would make. */
export interface MovingView {
  /** The days before and after, in words. */
  days: string;
  /** The first day that it would have, as a person types it. */
  first: string;
  /** What cannot be moved, or is to be looked at. */
  left: LeftView[];
  /** Names that bear the old year, each with what it would be. */
  names: NewName[];
  /** What is wrong with that. */
  wrong: string | null;
}

/** Something with an identity and a name. */
export interface Named {
  /** Its identity. */
  id: string;
  /** Its name. */
  name: string;
}

/** A tally of a unit, a sector or a duty. */
export interface NamedTallyView {
  /** Its identity; `null` for units without a sector. */
  id: string | null;
  /** Its name. */
  name: string;
  /** How it stands. */
  tally: TallyView;
}

/** What one unit says. */
export interface NarrativeView {
  /** Whether it says more. */
  cut: boolean;
  /** The duty. */
  duty: string;
  /** Which duty for which period this is, whoever owes it; as in the matrix' columns. */
  key: string;
  /** The days of its report; of one that the unit opened by itself with the hour. */
  period: Period;
  /** Its sector. */
  sector: string | null;
  /** The submission that says so. */
  submission: string;
  /** What it says. Where it is too long, only its beginning, with "…" after it. */
  text: string;
  /** The unit's identity. */
  unit: string;
  /** Its name. */
  unitName: string;
  /** The duty's name and the period's: "Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023". */
  whenText: string;
}

/** What units say in words to one question (thuyết minh). */
export interface NarrativesView {
  /** The answers, those of the latest periods first. */
  answers: NarrativeView[];
  /** The indicator's identity. */
  indicator: string;
  /** The question. */
  label: string;
  /** How many older ones are not listed. */
  more: number;
  /** In words; `null` where all are. */
  moreText: string | null;
}

/** A name that bears the old year. */
export interface NewName {
  /** By what it is named in the action. */
  id: string;
  /** What of it becomes another. */
  name: Renamed;
}

/** Numbers of an attribute, both ends inclusive (từ … đến …): "dưới 100 cử tri" is `most` 99. */
export interface NumberRange {
  /** Of what: an attribute of the plan. */
  attribute: Id;
  /** The least; any where it is left out. */
  least?: number | null;
  /** The most; any where it is left out. */
  most?: number | null;
}

/** Something that can be said and is not. */
export interface Offer {
  /** Whether an action begins it; else it is only opened. */
  grows: boolean;
  /** What it is called. */
  label: string;
  /** Where what is begun stands, so that it can be opened. */
  opens: string;
  /** Its name in actions. */
  path: string;
}

/** What became of a file that was offered. */
export interface OfferedView {
  /** The name under which it is sent. */
  name: string;
  /** Whether it is a picture, which the device is to make anew before it offers it again. */
  picture: boolean;
  /** Why it is not taken, and what to do, in words. */
  refused: string | null;
  /** The text to set at the input, with the file in it, where its hash is known and it is taken. */
  text: string | null;
}

/** What an office does with a unit: it reminds, it waits, or it reads. */
export type OfficeGroup = "late" | "returned" | "missing" | "sentLate" | "sent" | "notYetOpen" | "waived";

/** One group of a duty's units. */
export interface OfficeGroupView {
  /** Which group. */
  group: OfficeGroup;
  /** Whether there is a report of these units to read. */
  isSent: boolean;
  /** Its name: "Quá hạn". */
  text: string;
  /** Its units, by their places in the duty's list; none is empty. */
  units: number[];
}

/** A report as an official document. */
export interface Official {
  /** What it says. */
  body: OfficialBlock[];
  /** Its foot: who receives it, and beside that who signs, with room for the seal. */
  foot: OfficialPair;
  /** Its head: who issues it, and beside that the organisation or the state. */
  head: OfficialPair;
  /** Whose layout it has. */
  system: OfficialSystem;
}

/** What stands between head and foot. */
export type OfficialBlock = {
  line: OfficialLine;
} | {
  table: OfficialTable;
};

/** A paragraph. */
export interface OfficialLine {
  /** How it looks. */
  style: OfficialStyle;
  /** What it says; capitals are the style's. */
  text: string;
}

/** Two columns without a border. */
export interface OfficialPair {
  /** The left one. */
  left: OfficialLine[];
  /** The right one. */
  right: OfficialLine[];
  /** How wide the left one is, in percent. */
  width: number;
}

/** How a paragraph looks. A document in Word has a style of each name. */
export type OfficialStyle = "above" | "issuer" | "organisation" | "state" | "motto" | "stars" | "rule" | "longRule" | "titleRule" | "number" | "dated" | "kind" | "about" | "to" | "section" | "item" | "text" | "recipients" | "recipient" | "signer" | "name";

/** Whose layout a document has. */
export type OfficialSystem = "union" | "state";

/** A table with a line of headings, which is repeated on each page. */
export interface OfficialTable {
  /** The headings of the columns. */
  head: string[];
  /** The rows, each with as many cells as there are headings; a cell may have several lines. */
  rows: string[][];
  /** How wide each column is, in percent. */
  widths: number[];
}

/** An offset from UTC, -12:00 to +14:00. */
export type Offset = string;

/** An answer to another question of the same report: one of a list, done or not, or a number. */
export interface OnAnswer {
  /** The least that a number must be ("từ 1 vụ trở lên"), in place of `is`; of a share, so much of its whole. */
  atLeast?: Threshold | null;
  /** The most that a number may be ("không quá 5 vụ"), alone or beside `atLeast`. */
  atMost?: Threshold | null;
  /** The question: an indicator that the same form asks before, answered from a list, by done or not, or by a number. */
  indicator: Id;
  /** The answers of which one must be given: identities of the list, or `done` and `notDone`. */
  is?: Id[];
}

/** Reports that a unit opens by itself ("báo cáo ngay khi phát sinh", "đột xuất", "khi có yêu cầu"): as many as happen, each with its own day and hour. None is ever missing. */
export interface OnDemand {
  /** By when, counted from the day on which it was opened, or on which the event was; none where the document names no deadline. */
  deadline?: RelativeDeadline | null;
  /** What each unit holds on a day of its own ("Hội nghị"): whoever opens a report says its day and hour, from which the deadline is counted; from the opening where it is left out. `within` are then the days on which it can be held. */
  event?: string | null;
  /** By when, in hours after the moment at which it was opened, or of the event, 1 to 720, in place of `deadline`: "trong vòng 24 giờ". They run on days off too. */
  hoursAfter?: number | null;
  /** How many a unit can open at most, 1 to 2000; 500 where nothing is said. */
  most?: number | null;
  /** The days on which one can be opened; the plan's own where it is left out. */
  within?: Period | null;
}

/** What must hold for a field or a section to be asked (đối tượng, thời gian, điều kiện áp dụng). All of it must; what is left out asks nothing. What is not asked is not shown, not required, and has no place in the report. */
export interface Only {
  /** The answer to another question of the same report upon which it is asked. */
  answer?: OnAnswer | null;
  /** The day from which it is asked: not in reports whose period ends before. */
  from?: CivilDate | null;
  /** The units that are asked; all that owe the report where it is left out. */
  units?: Selector;
}

/** What the document says otherwise of the deadline of one occasion. */
export interface OtherwiseView {
  /** The key of the occasion. */
  key: string;
  /** What it says and where: "Mục V.4.2 của kế hoạch ghi: trước 09g00, thứ Sáu 3/3/2023." One sentence a statement. */
  text: string;
  /** Why another deadline holds, as the plan has it. */
  why: string | null;
}

/** What can be decided. */
export type Outcome = "accepted" | "returned";

/** A heading. */
export interface OutlineEntry {
  end: number;
  /** 1 for the outermost. */
  level: number;
  /** The number as it is printed; empty where there is none. */
  number: string;
  /** Its place among all numbers, as sources name it: `III.1`. */
  section: string;
  start: number;
  title: string;
}

/** The whole view. */
export interface Overview {
  /** The duties in the plan's order, each period in order. */
  duties: DutyOverview[];
  /** The moment of which it tells. */
  now: Instant;
  /** The plan. */
  plan: Id;
  /** Reports that no duty asks for any more, since another version of the plan changed its units, duties or periods. They are kept, and the office still reads them. */
  strays: StrayReport[];
  /** Its title. */
  title: string;
  /** Its version. */
  version: number;
}

/** A line of the document. */
export interface PaperLine {
  /** The level of the heading that it is, from 1; 0 of any other line. */
  heading: number;
  /** Its text, cut where sentences begin and end. */
  pieces: PaperPiece[];
  /** Where it begins in the text, in bytes: by it a line is named in actions. */
  start: number;
}

/** A piece of a line. */
export interface PaperPiece {
  /** The rows that come from it: list and identity, `targets/trong-moi-cay-xanh`, or `unused/3`. */
  of: string[];
  /** Where it begins in the text, in bytes: by it a piece is named in actions, `text/120`. */
  start: number;
  /** Its text. */
  text: string;
}

/** How whole a value is: of the units whose reports are due by now, who sent them all in time, who sent late, who lacks one. `sent + late + missing == units`. */
export interface PartialView {
  /** Those that sent all, some of them late. */
  late: number;
  /** Those that have not sent all; what they did send is counted. */
  missing: number;
  /** Whether a unit's report is missing: the value is then partial, and the page must say so. */
  partial: boolean;
  /** Those that sent all of them in time. */
  sent: number;
  /** In words: "32 trên 40 đơn vị, 3 trễ hạn, 5 thiếu". */
  text: string;
  /** Units of which a report with this figure is due by now. */
  units: number;
}

/** What stands at one figure. */
export interface PartsLine {
  /** The path of its input. */
  path: string;
  /** What it comes to, in words: "Các tuần: 400 + 300 + 350 = 1.050 lượt", "Các đơn vị trực thuộc: 400 + 300 = 700 lượt". */
  text: string;
}

/** What was reported already of what this report is about: by the units below, where it gathers them (tổng các đơn vị trực thuộc), else by the unit itself of the shorter periods inside this one (tổng các kỳ bên trong). */
export interface PartsView {
  /** What stands at single figures: what was told of them, then targets that are the unit's own, each in the form's order. */
  figures: PartsLine[];
  /** Whether it is to tell of units below too: what these sent is worth asking for. */
  gathers: boolean;
  /** Which units below are missing: "Chưa có báo cáo của 2/5 đơn vị trực thuộc: …"; none where nothing was asked about them, or all have sent. */
  missingText: string | null;
  /** What the unit's own points come to, a line a table of points: "Tự chấm: 86,5 trên 95 điểm; 18 trên 20 tiêu chí có điểm"; empty where nobody scores it. */
  points?: string[];
  /** What takes it into the blanks: "Lấy tổng các tuần"; none where no blank is left for it, or one report is no sum. */
  takeText: string | null;
}

/** A cell of a table before a block is taken. */
export interface PastedCell {
  /** What was copied, where it would be written otherwise. */
  copied: string | null;
  /** The path of its input. */
  path: string;
  /** What stands there now; none where that is nothing, or the same. */
  replaces: string | null;
}

/** What a person has to know of a block. */
export interface PastedNote {
  /** Of which rows and columns; empty of all of it. */
  place: string;
  /** What, in a sentence. */
  text: string;
}

/** Rows as a table would take them (các dòng xem trước khi dán). */
export interface PastedView {
  /** What is to be known of single cells. */
  cells: PastedCell[];
  /** The columns of the table. */
  columns: TableColumnView[];
  /** How many cells would be filled in. */
  count: number;
  /** Whether the first row says what stands below and is no row of the table. */
  head: boolean;
  /** What of it is not taken, and why, and what else is to be known. */
  notes: PastedNote[];
  /** The rows as they would stand then, with what is understood of each cell and what is wrong; those alone into which something is put. */
  rows: TableRowView[];
}

/** The value of a change: a text, or a record of texts. */
export type PatchJson = string | Record<string, string>;

/** A change of the plan: put `value` at `path`. */
export interface PatchView {
  /** Where, as a JSON Pointer. */
  path: Path;
  /** What to put there. */
  value: PatchJson;
}

/** A place in a draft or report, as a JSON Pointer (RFC 6901): `/figures/trees`, `/activities/0/date`, or the empty pointer for the whole. Drafts and reports share their paths, and a share's halves are `/figures/ID/part` and `/figures/ID/whole` in both, so that a finding leads to the same field wherever it was made. Paths are ordered segment by segment; numbers by value, and before words. */
export type Path = string;

/** A window of days (kỳ báo cáo), both ends inclusive; of a report that a unit opens by itself one day, and the hour at which it was opened. */
export interface Period {
  at?: TimeOfDay;
  from: CivilDate;
  to: CivilDate;
}

/** What all bound units reported for one period of one duty. */
export interface PeriodFigureView {
  /** The duty. */
  duty: string;
  /** Which duty for which period this is, whoever owes it; as in the matrix' columns. */
  key: string;
  /** Its name, with the period's where it has one: "Báo cáo tuần · Tuần 1". */
  name: string;
  /** The days. */
  period: Period;
  /** In words. */
  periodText: string;
  /** How many reports hold the figure. */
  reports: number;
  /** All of them together: a sum, for a share the hundredths of a percent, for done or not how many did it. */
  value: number | null;
  /** In words. */
  valueText: string;
}

/** One thing to choose. */
export interface Picked {
  /** Whether it is chosen now. */
  chosen: boolean;
  /** Its words. */
  label: string;
  /** Its name in actions. */
  value: string;
}

/** A ready piece. */
export interface PieceView {
  /** What it brings. */
  about: string;
  /** Takes it. */
  action: Action;
  /** Its name. */
  title: string;
}

/** A place on the page. */
export interface Place {
  /** The cell, where it is one. */
  cell: string | null;
  /** Among which details the cell is, where it is one of them. */
  detail: DetailPart | null;
  /** The row; empty for the list as a whole; of words, where they begin. */
  id: string;
  /** The list; `text` for words of the document that became no row. */
  list: string;
  /** What the row is called, in few words. */
  title: string;
}

/** An issued plan. */
export interface Plan {
  /** What is to be held. */
  activities?: Activity[];
  /** Groups of targets of which so many are to be reached: alternatives, so many of several. */
  alternatives?: Alternatives[];
  /** What is known of units as numbers: by these a selector can choose them. */
  attributes?: Attribute[];
  /** The rest of the document. */
  document?: Document | null;
  /** What must be sent. */
  duties: Duty[];
  /** The version of the JSON format. */
  format: 1;
  /** The plan's identity; the same in all its versions. */
  id: Id;
  /** What is measured. */
  indicators: Indicator[];
  /** The levels of the organisation, from the top down. */
  levels: Group[];
  /** Milestones. */
  milestones?: Milestone[];
  /** The UTC offset at which its dates and hours are meant. */
  offset?: Offset;
  /** The days over which it runs. */
  period: Period;
  /** Where the document states the period. */
  periodSource?: Source | null;
  /** Rules over its figures. */
  rules?: DeclaredRule[];
  /** Tables of points, with the bands to which they come. */
  scorings?: Scoring[];
  /** The sectors of the organisation. */
  sectors?: Group[];
  /** What is to be reached. */
  targets?: Target[];
  /** The forms of its reports. */
  templates: Template[];
  /** Its theme (chủ đề). */
  theme?: string | null;
  /** Its title. */
  title: string;
  /** The units. */
  units: Unit[];
  /** The version of the plan: 1 when issued, one more each time the office changes it. Drafts and reports are pinned to it. */
  version: number;
  /** The days that are worked on: what deadlines are counted in and moved by. */
  working?: Working;
}

/** One row. */
export interface PlanRow {
  /** Whether it has been corrected. */
  corrected: boolean;
  /** How far the proposal can be trusted; none of what a person added. */
  grade: Grade | null;
  /** That in words. */
  graded: string | null;
  /** Its identity. */
  id: string;
  /** The list. */
  list: string;
  /** The words of the document. */
  quote: string | null;
  /** Why it is read so. */
  reasons: string[];
  /** What the plan makes of it: "Chỉ tiêu mỗi đơn vị: ít nhất 1 hoạt động". */
  says: string;
  /** Where it stands in the document. */
  section: string;
  /** Proposed, confirmed or discarded. */
  standing: Decided;
  /** What it is called. */
  title: string;
  /** How many cells are not understood. */
  wrong: number;
}

/** An activity of the plan that can be added to the list. */
export interface PlannedView {
  /** Whether it is in the list already. */
  added: boolean;
  /** Its days in words; none where the plan does not say. */
  dateText: string | null;
  /** Whether it is held in the report's period. */
  due: boolean;
  /** Its identity. */
  id: string;
  /** Its title. */
  title: string;
}

/** The points of one criterion. */
export interface PointsCell {
  /** What the unit gave itself, or what follows from its reports: "8,5"; "" where nothing is known. */
  own: string;
  /** What the office gave instead; "" where it gave nothing else. */
  reviewed: string;
}

/** One criterion of it. */
export interface PointsRow {
  /** The number in the document, and what is scored. */
  label: string;
  /** The most points, in words: "10 điểm". */
  mostText: string;
  /** The unit's own points as they would be typed: "8,5"; "" where it gave none. */
  own: string;
  /** Where the answer stands in the report, as decisions name it. */
  path: string;
  /** Why, in the office's words. */
  reason: string;
  /** What the office gave last; "" where it gave nothing else. */
  reviewed: string;
}

/** One table of points of one report, to be reviewed. */
export interface PointsView {
  /** The table's name. */
  name: string;
  /** What the unit's own points come to, in words: "Tự chấm: 86,5 trên 95 điểm". */
  ownText: string;
  /** What they come to with what the office gave; none where it gave none. */
  reviewedText: string | null;
  /** The criteria that the unit answers, in the document's order. */
  rows: PointsRow[];
}

/** A question. */
export interface PrintedField {
  /** What is counted, or the answers to choose from. */
  answer: string | null;
  /** The question. */
  label: string;
  /** Whether it must be answered. */
  required: boolean;
  /** Its targets, in words. */
  targets: string[];
}

/** A period and its deadline, in words. */
export interface PrintedPeriod {
  /** By when; none where the plan names no deadline. */
  due: string | null;
  /** Its name and its days. */
  period: string;
}

/** One report. */
export interface PrintedReport {
  /** Who owes it. */
  by: string;
  /** Its name. */
  name: string;
  /** Its periods, each with its deadline. */
  periods: PrintedPeriod[];
  /** What it asks. */
  sections: PrintedSection[];
  /** Who receives it. */
  to: string | null;
}

/** A section of a form. */
export interface PrintedSection {
  /** Its questions; of a list of activities, what is asked of each. */
  fields: PrintedField[];
  /** A line under it. */
  hint: string | null;
  /** Whether the last questions are asked of each activity. */
  ofEach: boolean;
  /** Its heading. */
  title: string;
}

/** The whole page. */
export interface PrintedView {
  /** The days that it covers. */
  days: string;
  /** The document, where it is known. */
  document: string | null;
  /** The reports, in the plan's order. */
  reports: PrintedReport[];
  /** The plan's title. */
  title: string;
}

/** A plan's progress at a moment. */
export interface ProgressView {
  /** The groups of targets in the plan's order, each as a target is: of "01 diễn đàn hoặc 01 hội thi" how many units reached one of them; of each unit how many it reached, and which. */
  alternatives: TargetProgressView[];
  /** Who gave which answer of a list, in the order of the plan's indicators. */
  answers: AnswersView[];
  /** Who has sent what is due, and in time. */
  completeness: CompletenessView;
  /** Figures of a long period that differ from those of the shorter periods inside it. */
  discrepancies: DiscrepancyView[];
  /** Activities that two units seem to claim both ("tránh trùng lặp"), for a person to decide. */
  duplicates: DuplicateView[];
  /** Units × occasions. */
  matrix: MatrixView;
  /** What units say in words, question by question, in the order of the plan's indicators. */
  narratives: NarrativesView[];
  /** The moment. */
  now: Instant;
  /** The moment in words, on the plan's clock. */
  nowText: string;
  /** How whole all that follows is. */
  partial: PartialView;
  /** The days over which the plan runs, in words. */
  periodText: string;
  /** The plan's identity. */
  plan: string;
  /** How many reports hold: at most one for each duty, unit and period. */
  reports: number;
  /** The tables of points, in the plan's order; empty where the plan scores nobody. */
  scores: ScoresView[];
  /** How many arrivals were of another plan, or of a unit, duty or period that the plan does not have; none of them counts. */
  strays: number;
  /** The same in words; none where there is no stray. */
  straysText: string | null;
  /** The tables that forms ask, in the order of the plan's indicators: each has a file of its rows. */
  tables: TableNameView[];
  /** Targets and groups by state, those that the office turns to first before the others. */
  targetGroups: TargetGroupView[];
  /** The targets in the plan's order. */
  targets: TargetProgressView[];
  /** The plan's title. */
  title: string;
  /** What every figure that is asked comes to, with a target or without, in the order of the plan's indicators. */
  totals: TotalView[];
  /** The plan's version. */
  version: number;
}

/** Points that follow from when reports came: all of them, less what each late and each missing report takes off, never below nothing. There are none yet while no report is due. */
export interface Punctual {
  /** The duties whose reports count; all of them where it is left out. */
  duties?: Id[];
  /** What a report that came late takes off, in steps. */
  late: number;
  /** What a report that is due and did not come takes off, in steps. */
  missing: number;
  /** The most points, in steps. */
  most: number;
  /** What is scored: "Chế độ báo cáo đúng hạn". */
  name: string;
}

/** A ratio (tỷ số), exact: a fraction as people write it. */
export type Ratio = string;

/** What was read in a document. */
export interface Reading {
  /** What is to be held. */
  activities: ActivityProposal[];
  /** The document's header, headings and statements, as a plan has them. */
  document: Document;
  /** What is to be sent. */
  duties: DutyProposal[];
  /** The version of the JSON: `FORMAT`. */
  format: number;
  /** The plan's own steps. */
  milestones: MilestoneProposal[];
  /** Its headings. */
  outline: OutlineEntry[];
  /** The days that the plan covers, where the document says so. */
  period?: Period | null;
  /** What is to be reached. */
  targets: TargetProposal[];
  /** The text that was read; all offsets are bytes of it. */
  text: string;
  /** What the document calls itself. */
  title?: string | null;
  /** The offices and units that it names. */
  units: UnitProposal[];
  /** Sentences with a number, a day or a report that nothing above uses. */
  unused: Unused[];
}

/** A receipt (biên nhận): what arrived, when, and whether in time. */
export interface Receipt {
  /** A short code to read out on the phone, for example `7F3K-9Q2M`. */
  code: string;
  /** The first instant that was too late; none where the plan names no deadline. */
  deadline?: Instant | null;
  /** Whether it came late although "send" was pressed in time (`delayed`). */
  delayed?: boolean;
  /** The duty. */
  duty: string;
  /** The warnings and remarks that travelled with it. */
  findings: Finding[];
  /** The version of the JSON format. */
  format: 1;
  /** The SHA-256 of the report's canonical JSON, in hexadecimal. */
  hash: string;
  /** The days that the report covers. */
  period: Period;
  /** The plan's identity. */
  plan: string;
  /** The plan's version. */
  planVersion: number;
  /** When "send" was pressed, by the device's clock. */
  preparedAt: Instant;
  /** When it arrived, by the collector's clock. */
  receivedAt: Instant;
  /** 1 for the first report of this duty, unit and period, one more for each that amends it. */
  revision: number;
  /** The submission's id. */
  submission: string;
  /** Whether it arrived in time. */
  timeliness: Timeliness;
  /** The unit that reported. */
  unit: string;
}

/** A report with its receipt and findings, in words. */
export interface ReceivedView {
  /** That it came late although "send" was pressed in time, in words; none where it did not. */
  delayedText: string | null;
  /** What was noticed when it came. */
  findings: FindingInWords[];
  /** All revisions of the report, the first one first. */
  history: RevisionView[];
  /** Its tables of points, with what the office gave last; empty where it answers none. */
  points?: PointsView[];
  /** When "send" was pressed, by the device's clock, in words. */
  preparedText: string;
  /** The proof that it came. */
  receipt: Receipt;
  /** When it came, in words, on the plan's clock. */
  receivedText: string;
  /** The report. */
  report: Report;
  /** The same in words. */
  review: Review;
  /** How this revision stands. */
  status: Status;
  /** Whether it came in time: "Đúng hạn". */
  timelinessText: string;
}

/** Periods by a rule. */
export interface Recurrence {
  /** The cycle of the periods. */
  cycle: Cycle;
  /** By when, counted from each period's last day; none where the document names no deadline. */
  deadline?: RelativeDeadline | null;
  /** What a period is called before its number, for example "Tuần". */
  label?: string | null;
  /** The months (1 to 12) for which no report is asked ("trừ tháng 6, 7, 8"): a period that ends in one is left out. */
  skipMonths?: number[];
  /** The days between which periods are made; the plan's own where it is left out. The first and the last period may be partial. Of a plan that runs for more than half a year, what its end cuts off of a period that is called by a later year is left to that year's plan, unless these days say otherwise. */
  within?: Period | null;
}

/** A deadline counted from the last day of its period: so many days after it (`daysAfter`) or so many working days (`workingDaysAfter`), or a day of its month or of a later one (`dayOfMonth`, "ngày 25 hằng tháng"). It has one of the three. */
export interface RelativeDeadline {
  /** Whether the day or hour itself is still in time. */
  bound?: Bound;
  /** A day of the month. Where a month is shorter, its last day stands for it; "trước ngày 30" then leaves the whole of February. */
  dayOfMonth?: DayOfMonth | null;
  /** Days after the period's last day; 0 is the last day itself, -1 the day before. */
  daysAfter?: number | null;
  /** How many months after that of the period's last day `dayOfMonth` lies: 0 is the same, 1 "tháng sau". */
  monthsAfter?: number;
  /** The hour, where one is named. */
  time?: TimeOfDay | null;
  /** So many working days after the period's last day; -1 is the last working day before it, and 0 it, or the next working day where it is a day off. */
  workingDaysAfter?: number | null;
}

/** What a unit still lacks on one indicator. */
export interface Remains {
  /** The indicator. */
  id: string;
  /** In words; none where no target of its own binds the unit. */
  remains: string | null;
}

/** What the check noticed of an answer, and what the unit says to it. */
export interface Remark {
  /** The unit's explanation, where it gave one. */
  explanation: string | null;
  /** What was asked there. */
  label: string;
  /** What was noticed; none where only the explanation came. */
  message: string | null;
  /** Where. */
  path: Path;
  /** How bad it is. */
  severity: Severity;
  /** What was answered, to stand beside the figure that the message names; none where it is about no single answer. */
  value: string | null;
}

/** A mend: what a button says, and what it does. */
export interface Remedy {
  /** What is done. */
  action: Action;
  /** What it makes: "Sửa thành “không quá”". */
  label: string;
}

/** A line of a reminder. */
export interface ReminderLine {
  /** What it says. */
  text: string;
  /** The place of the unit that it names, in the duty's list: its link stands below. None of the other lines. */
  unit: number | null;
}

/** A reminder of one report. */
export interface ReminderView {
  /** Its lines in order; an empty one parts what belongs together. */
  lines: ReminderLine[];
  /** What a letter is about: "Nhắc gửi: Báo cáo tuần · Tuần 1". */
  subject: string;
}

/** A name of which a part becomes another. */
export interface Renamed {
  /** What stays behind. */
  after: string;
  /** What stays in front. */
  before: string;
  /** What goes. */
  was: string;
  /** What comes in its place. */
  will: string;
}

/** A report (báo cáo): a draft that parsed. Only the check makes one; one that came by wire is checked again before it is believed. */
export interface Report {
  /** The activities listed. */
  activities?: ReportActivity[];
  /** The duty. */
  duty: string;
  /** Explanations of warnings. */
  explanations?: Explanation[];
  /** The figures by indicator. */
  figures?: Record<string, Value>;
  /** The version of the JSON format. */
  format: 1;
  /** The days that the report covers. */
  period: Period;
  /** The plan's identity. */
  plan: string;
  /** The plan's version. */
  planVersion: number;
  /** The unit that reports. */
  unit: string;
}

/** An activity (hoạt động) as understood. */
export interface ReportActivity {
  /** Its first day (ngày bắt đầu). */
  date: CivilDate;
  /** Links as evidence (đường dẫn minh chứng); in a draft one a line. */
  links?: string[];
  /** Anything else worth saying (ghi chú). */
  note?: string | null;
  /** How many attendances (lượt người tham gia). */
  participants?: number | null;
  /** Partner units (đơn vị phối hợp); in a draft one a line. */
  partners?: string[];
  /** Where it is held (địa điểm). */
  place?: string | null;
  /** The activity of the plan's calendar that it is; none for one of the unit's own. */
  planned?: string | null;
  /** The hour at which it begins (giờ). */
  time?: TimeOfDay | null;
  /** Its title (tên hoạt động). */
  title: string;
  /** Its last day (ngày kết thúc), where it lasts longer than one. */
  until?: CivilDate | null;
}

/** A file of a report (tệp đính kèm): what it is known by. Two of the same hash are the same file. */
export interface ReportFile {
  /** How many bytes it has. */
  bytes: number;
  /** The SHA-256 of its bytes, as 64 small hexadecimal digits. */
  hash: string;
  /** What kind it is, as its bytes say. */
  kind: FileKind;
  /** Its name, with the ending of its kind and no folder: "Báo cáo tổng kết.pdf". */
  name: string;
}

/** A sentence that is not used. */
export interface RestView {
  /** Whether a person is done with it. */
  done: boolean;
  /** Its place in the list. */
  id: string;
  /** Its words. */
  quote: string;
  /** Why it is listed. */
  why: string;
}

/** A report as people read it. */
export interface Review {
  /** The duty's name. */
  dutyName: string;
  /** What the unit explained. */
  explanations: Row[];
  /** The period. */
  period: Period;
  /** The period in words. */
  periodText: string;
  /** What the unit's own points come to, a line a table of points: "Tự chấm: 86,5 trên 95 điểm"; empty where nobody scores it. */
  points?: string[];
  /** What the check noticed, each with the unit's explanation: the same lines for the unit and for the office. */
  remarks: Remark[];
  /** The sections that say something. */
  sections: ReviewSection[];
  /** The plan's title. */
  title: string;
  /** To whom it goes: "Kính gửi: Quận Đoàn Tân Phú"; none where the plan names nobody. */
  toText: string | null;
  /** The unit's name. */
  unitName: string;
}

/** An activity of a review. */
export interface ReviewActivity {
  /** What else was said of it. */
  rows: Row[];
  /** Its title. */
  title: string;
}

/** A section of a review. */
export interface ReviewSection {
  /** The activities. */
  activities: ReviewActivity[];
  /** What was answered. */
  rows: Row[];
  /** Its heading. */
  title: string;
}

/** A table of a report, in words. */
export interface ReviewTable {
  /** The heads of its columns. */
  head: string[];
  /** Its rows, each with as many cells as there are columns; blank where nothing was answered. */
  rows: string[][];
}

/** What an office gives for one answer as it accepts a report (điểm thẩm định). */
export interface ReviewedPoints {
  /** The indicator that the unit answered with its own points. */
  indicator: string;
  /** The points, in the indicator's smallest steps. */
  points: number;
}

/** One revision of a report, and what was decided about it. */
export interface RevisionView {
  /** What was decided about it, the first decision first. */
  decisions: DecisionView[];
  /** The SHA-256 of its canonical JSON. */
  hash: string;
  /** When it came. */
  receivedAt: Instant | null;
  /** The same in words, on the plan's clock. */
  receivedText: string | null;
  /** Which one it is, from 1. */
  revision: number;
  /** By what the sender was known. */
  sentBy: string;
  /** Its identity. */
  submission: string;
}

/** One answer. */
export interface Row {
  /** What was asked. */
  label: string;
  /** The answer's place in the report; the office returns single answers by it. */
  path: Path;
  /** The same as a table, where it is one. */
  table: ReviewTable | null;
  /** What was answered. */
  value: string;
}

/** One unit's occasions. */
export interface RowView {
  /** One cell a column; `null` where the unit does not owe it. */
  cells: (CellView | null)[];
  /** Its name. */
  name: string;
  /** Its sector. */
  sector: string | null;
  /** The sector's name. */
  sectorName: string | null;
  /** The unit's identity. */
  unit: string;
}

/** How bad the breach of a declared rule is. */
export type RuleSeverity = "error" | "warning" | "info";

/** Periods with their deadlines. */
export type Schedule = {
  listed: ListedPeriod[];
} | {
  recurring: Recurrence;
} | {
  event: Event;
} | {
  onDemand: OnDemand;
};

/** For whom a target's value holds. */
export type Scope = "whole" | "each" | {
  shareOfUnits: Share;
} | "eachMember";

/** The points of one unit. */
export interface ScoreView {
  /** The band's identity; none where it reaches none. */
  band: string | null;
  /** The band's name, or that it reaches none; "" where nothing is known. */
  bandText: string;
  /** The same in one text, for a cell. */
  barredText: string;
  /** The bands for which it has the points and which are ruled out, each with why. */
  barredTexts: string[];
  /** Its points by criterion. */
  cells: PointsCell[];
  /** The same as a number to be computed with. */
  countedFigure: string | null;
  /** What counts: the office's points where it gave others. */
  countedText: string;
  /** Of how many criteria points are known, in words. */
  knownText: string;
  /** Its name. */
  name: string;
  /** The same as a number to be computed with: "86,5". */
  ownFigure: string | null;
  /** What it gave itself, with what follows from its reports: "86,5 điểm"; "" where nothing is known. */
  ownText: string;
  /** Whether the office gave points of its own. */
  reviewed: boolean;
  /** Its sector. */
  sector: string | null;
  /** The unit's identity. */
  unit: string;
}

/** One table of points (bảng điểm). */
export interface ScoresView {
  /** Its bands, the highest first, and last, where units reach none, those. */
  bands: BandView[];
  /** Its criteria, in the document's order. */
  criteria: CriterionView[];
  /** Its identity. */
  id: string;
  /** All that can be reached, in words: "100 điểm". */
  mostText: string;
  /** Its name. */
  name: string;
  /** The units that are scored: who has the most points first; of as many in the plan's order. */
  rows: ScoreView[];
}

/** A table of points (bảng điểm thi đua): what is scored, of whom, and what the points come to. Whoever is scored states its own points in reports; the office reviews them as it accepts a report, and where it did, its points count. */
export interface Scoring {
  /** The bands, the highest first; none where the document has none. */
  bands?: Band[];
  /** What is scored, in the document's order. */
  criteria: Criterion[];
  /** How many decimal places points have, 0 to 2; all points here are whole numbers of the smallest step: with one decimal place 8,5 points are 85. */
  decimals?: number;
  /** Its identity. */
  id: Id;
  /** Its name: "Bộ tiêu chí thi đua năm 2026". */
  name: string;
  /** Where the document states it. */
  source: Source;
  /** Who is scored; every unit where it is left out. */
  units?: Selector;
}

/** A section (mục) of a form: fields, or the list of activities, or both. */
export interface Section {
  /** The list of activities, where this section holds it. A form has at most one. */
  activities?: ActivityList | null;
  /** Its fields in order. */
  fields?: Field[];
  /** A line under the heading. */
  hint?: string | null;
  /** Its identity within the form. */
  id: Id;
  /** For whom, from when and upon which answer it is asked; always where it is left out. The list of activities depends on no answer. */
  only?: Only | null;
  /** Its heading. */
  title: string;
}

/** A section of a form. */
export interface SectionView {
  /** The list of activities, where the section holds it. */
  activities: ListView | null;
  /** Its fields. */
  fields: FieldView[];
  /** A line under the heading. */
  hint: string | null;
  /** Its identity within the form. */
  id: string;
  /** Its heading. */
  title: string;
}

/** A figure within one sector. */
export interface SectorSumView {
  /** The sector's identity; `null` for units without one. */
  id: string | null;
  /** Its name. */
  name: string;
  /** What the figure comes to. */
  sum: SumView;
}

/** A sector of which the matrix has a unit. */
export interface SectorView {
  /** Its identity. */
  id: string;
  /** Its name. */
  name: string;
}

/** Chooses units (đối tượng thực hiện). An empty list asks nothing; a unit is chosen when it fits every list that is not empty, lies in every range, and is not excepted. The empty selector chooses every unit. */
export interface Selector {
  /** Units left out again. */
  except?: Id[];
  /** Levels to choose. */
  levels?: Id[];
  /** Ranges in which numbers of the unit must lie ("từ 100 cử tri"); a unit of which such a number is not known is not chosen. */
  ranges?: NumberRange[];
  /** Sectors to choose. */
  sectors?: Id[];
  /** Single units to choose. */
  units?: Id[];
}

/** What is known of a report that a unit has sent. */
export interface Sent {
  /** The duty it answers. */
  duty: Id;
  /** The period it covers. */
  period: Period;
  /** When it arrived. */
  receivedAt: Instant;
  /** What the office has done with it. */
  status?: Status;
}

/** How bad a finding is (mức độ), the worst first. */
export type Severity = "error" | "warning" | "info";

/** A share (tỷ lệ): hundredths of a percent, or text as people write it. */
export type Share = number | string;

/** A column. */
export interface SheetColumn {
  /** Its place among all columns, from 0. */
  at: number;
  /** What it can say, what it is taken to say chosen. */
  choices: Picked[];
  /** Its letter. */
  name: string;
  /** Its heading, or what stands in it first. */
  title: string;
}

/** A file as it is read. */
export interface SheetView {
  /** The columns that hold something. */
  columns: SheetColumn[];
  /** How many rows would be taken. */
  count: number;
  /** Whether units that the file has not go out of the plan. */
  drops: boolean;
  /** What is wrong, cell by cell. */
  findings: CellFinding[];
  /** How what was read stands to the plan. */
  groups: MatchGroup[];
  /** `units` or `figures`. */
  list: List;
  /** What was read, in a sentence. */
  says: string;
  /** The tables of the file, the chosen one marked; one without a name in a CSV file. */
  sheets: Picked[];
}

/** The place (xuất xứ) of a target, duty, activity or other item in the issued document. */
export interface Source {
  /** The words of the document, as published, mistakes included. A plan made light for the form by `phieu publish` leaves them out. */
  quote?: string | null;
  /** The section as the document numbers it, for example `III.1(5)` or `V.4.2`; "ngoài văn bản" for what the office added without the document saying so. */
  section: string;
}

/** The days on which an activity of a report may lie. */
export type Span = "period" | "plan";

/** One span of a target's cadence: a week, a quarter, a year. */
export interface SpanView {
  /** Whether it is the span of the target's own numbers. */
  current: boolean;
  /** How whole the value is. */
  partial: PartialView;
  /** The days. */
  period: Period;
  /** How much of it is reached. */
  shareBp: number | null;
  /** How it stands. */
  state: TargetState;
  /** In words. */
  stateText: string;
  /** What is to be reached in it. */
  target: number | null;
  /** In words. */
  text: string;
  /** What was reached in it. */
  value: number | null;
  /** In words. */
  valueText: string;
}

/** How an occasion of a unit stands, or all of its reports that matter for a figure: the worst holds. */
export type Standing = "notAsked" | "pending" | "sent" | "late" | "missing";

/** How an occasion stands (tình trạng). */
export type State = "notYetOpen" | "open" | "dueSoon" | "late" | "sent" | "sentLate" | "returned" | "accepted" | "waived";

/** One thing the document says of a duty's periods and deadlines. */
export interface StatedSchedule {
  /** Its identity within the duty. */
  id: Id;
  /** What it says, as data. */
  schedule: Schedule;
  /** Where it says so. */
  source: Source;
  /** The units for which its deadlines hold, whichever statement applies to all: "cấp huyện trước ngày 20". The periods stay those of the statement that applies; where this one names no deadline of a period, so does its deadline. */
  units?: Selector | null;
}

/** A statement of the document, and the reading that the plan gives it. */
export interface StatedView {
  /** Where it stands in the plan, as a JSON Pointer. */
  path: Path;
  /** Its words. */
  quote: string | null;
  /** How the plan reads it. */
  reading: string | null;
  /** Where it stands in the document; empty where the document has no place for it. */
  section: string;
}

/** A line of the document that Phiếu keeps but does not compute with: a purpose, a requirement, a task, a slogan. */
export interface Statement {
  /** The identity, where something refers to it. */
  id?: Id | null;
  /** Where it stands. */
  source: Source;
  /** What it says, in the document's words or shorter. */
  text: string;
}

/** What the office has done with a report. */
export type Status = "received" | "returned" | "accepted";

/** A report that the plan does not ask for, as it stands now. */
export interface StrayReport {
  /** The duty's identity. */
  duty: Id;
  /** The duty's name; its identity where the plan no longer has it. */
  dutyName: string;
  /** The unit's name; its identity where the plan no longer has it. */
  name: string;
  /** The days that it covers. */
  period: Period;
  /** In words. */
  periodText: string;
  /** When the first revision came. */
  receivedAt: Instant;
  /** In words, on the plan's clock. */
  receivedText: string;
  /** Which revision holds. */
  revision: number;
  /** Its identity. */
  submission: string;
  /** The unit's identity. */
  unit: string;
}

/** A submission (bản gửi): a report with an id made on the device, so that sending it twice counts once. */
export interface Submission {
  /** The submission of this duty, unit and period from which the report was made, `null` for a first one: another that came meanwhile is then not replaced unseen. Left out, it replaces whatever stands. */
  amends?: string | null;
  /** The version of the JSON format. */
  format: 1;
  /** A UUID, made when "send" was pressed. */
  id: string;
  /** When "send" was pressed, by the device's clock. */
  preparedAt: Instant;
  /** The report. */
  report: Report;
}

/** What a figure comes to over some units. */
export interface SumView {
  /** Whether it contains numbers that are none exactly; the words say so. */
  estimated: boolean;
  /** Of how many of them it is known. */
  known: number;
  /** In words: "12 trên 36 đơn vị đã có số liệu". */
  knownText: string;
  /** The part, for a share. */
  part: number | null;
  /** How whole it is. */
  partial: PartialView;
  /** How many units are asked. */
  units: number;
  /** A sum, for a share the hundredths of a percent of `part` in `whole`, for done or not how many did it; `null` where nobody has reported it. */
  value: number | null;
  /** `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one. */
  valueFigure: string | null;
  /** In words: "1.200 cây", "trên 300 người". */
  valueText: string;
  /** The whole, for a share. */
  whole: number | null;
}

/** What a page shows of a plan. */
export interface Summary {
  /** Its duties. */
  duties: Named[];
  /** The plan's identity. */
  id: string;
  /** Its period. */
  period: Period;
  /** Its period in words. */
  periodText: string;
  /** Its sectors. */
  sectors: Named[];
  /** Its theme. */
  theme: string | null;
  /** Its title. */
  title: string;
  /** Its units. */
  units: SummaryUnit[];
  /** Its version. */
  version: number;
}

/** A unit of a summary. */
export interface SummaryUnit {
  /** Its identity. */
  id: string;
  /** Its level. */
  level: string;
  /** Its name. */
  name: string;
  /** Whether it owes any report. */
  reports: boolean;
  /** Its sector. */
  sector: string | null;
}

/** What a cell that was typed into changed. */
export interface TableChange {
  /** What changed of the form. */
  change: Change;
  /** What is wrong with the table as a whole now. */
  findings: FindingView[];
  /** The rows that changed. */
  rows: TableRowView[];
  /** What the numbers of all rows come to now, as in the view. */
  sums: string[];
}

/** A column of a table, as a rule names it. */
export interface TableColumn {
  /** The column's identity within it; it is of counts, money or quantities. */
  column: Id;
  /** The indicator that is a table. */
  table: Id;
}

/** A column of a table. */
export interface TableColumnView {
  /** A line that helps. */
  hint: string | null;
  /** Its identity. */
  id: string;
  /** Its head. */
  label: string;
  /** What its numbers count. */
  noun: string | null;
  /** Whether each row must say something there. */
  required: boolean;
  /** Whether a narrow column has room for it. */
  short: boolean;
}

/** A table that forms ask. */
export interface TableNameView {
  /** The indicator's identity. */
  indicator: string;
  /** Its label. */
  label: string;
}

/** A row of a table. */
export interface TableRowView {
  /** Its cells, one field for each column. */
  cells: FieldView[];
  /** What is wrong with the row as a whole. */
  findings: FindingView[];
  /** Its place, from 0. */
  index: number;
  /** What is wrong and what is left; empty where nothing is. */
  left: string;
  /** The worst of it. */
  state: MapState;
  /** What else it says, in one line. */
  summary: string;
  /** What it is called: its first words, else "Công trình 3". */
  title: string;
}

/** A table of a form (bảng). */
export interface TableView {
  /** What of the form changed with it. */
  change: Change;
  /** Its columns. */
  columns: TableColumnView[];
  /** What is wrong with the table as a whole. */
  findings: FindingView[];
  /** Whether it has as many rows as are taken. */
  full: boolean;
  /** Its path. */
  path: string;
  /** What one row is: "công trình". */
  row: string;
  /** Its rows. */
  rows: TableRowView[];
  /** What the numbers of all rows come to, by column, in words; blank where nothing adds up. Empty where no column does. */
  sums: string[];
  /** The row that was taken out just now, as text that puts it back; of rows that were put in together, what takes them back. */
  taken: string | null;
}

/** What in a report's list of activities a figure counts. */
export type Tally = "activities" | "participants";

/** What the numbers of a tally are called. */
export interface TallyNames {
  /** Of `expected`: "Đến hạn". */
  expected: string;
  /** Of `late`: "Trễ hạn". */
  late: string;
  /** Of `missing`: "Thiếu". */
  missing: string;
  /** Of `onTime`: "Đúng hạn". */
  onTime: string;
  /** Of `pending`: "Chưa đến hạn". */
  pending: string;
}

/** Of the occasions due by now, how many were sent in time, late, and not at all. `on_time + late + missing == expected`. */
export interface TallyView {
  /** Due by now, or sent already. */
  expected: number;
  /** Sent late. */
  late: number;
  /** Not sent, or given back and not sent again. */
  missing: number;
  /** Sent in time, or without a deadline. */
  onTime: number;
  /** Sent in time, of those expected; `null` where none is. */
  onTimeBp: number | null;
  /** Not due yet. */
  pending: number;
  /** Sent, of those expected; `null` where none is. */
  sentBp: number | null;
  /** In words: "180 trên 200 phiếu, 12 trễ hạn, 20 thiếu". */
  text: string;
}

/** A target (chỉ tiêu), taken apart into one population, one predicate, one value and one cadence. */
export interface Target {
  /** How the indicator compares with the value. */
  comparison?: Comparison;
  /** Its identity. */
  id: Id;
  /** The indicator that shows it. */
  indicator: Id;
  /** The number it bears in the document, for example "(5)"; several targets can share one. */
  number?: string | null;
  /** The number of each unit on which the value rests; the same value for all where it is left out. */
  of?: Base | null;
  /** For which span of time the value holds. */
  per?: Cadence;
  /** For whom the value holds. */
  scope: Scope;
  /** Where it stands. */
  source: Source;
  /** What is to be reached, in few words. */
  text: string;
  /** The units it binds. */
  units?: Selector;
  /** The most that is to be reached, where it is a range ("25 đến 35"): of the same kind as the value, and not less. */
  upTo?: Threshold | null;
  /** The value to be reached. */
  value: Threshold;
  /** Why it is read so, where the document can be read in more than one way: "Đoàn 11 phường … ít nhất 01" is one for each ward, or one for all eleven together. */
  why?: string | null;
}

/** The targets that stand in one state. */
export interface TargetGroupView {
  /** The state. */
  state: TargetState;
  /** The targets, by their places in the list, which the groups of targets follow; none is empty. */
  targets: number[];
  /** In words. */
  text: string;
}

/** One target and how far it is. */
export interface TargetProgressView {
  /** The same by sector; units without one come last. Their values add up to the plan's. */
  bySector: GroupProgressView[];
  /** The same by bound unit, in the plan's order. */
  byUnit: UnitProgressView[];
  /** For which span of time it holds. Where it is not the plan, `value`, `target` and what follows are those of the span `spanText` names, and `spans` has all. */
  cadence: Cadence;
  /** What `value`, `target`, `expected`, `projection` and `lacks` count. */
  counted: Counted;
  /** Whether numbers that are none exactly are among what was reported; the words say so. */
  estimated: boolean;
  /** What would be reached by now, were it reached evenly over the span; `null` for what is not reached little by little. */
  expected: number | null;
  /** In words. */
  expectedText: string;
  /** Its identity. */
  id: string;
  /** The indicator's identity; blank for a group of targets. */
  indicator: string;
  /** The indicator's label; of a group what its targets say. */
  indicatorLabel: string;
  /** What is lacking; 0 where it is reached. */
  lacks: number | null;
  /** In words: "Còn thiếu 6 cây", "Đã đạt chỉ tiêu". */
  lacksText: string;
  /** What kind of value answers the indicator. */
  measure: Measure;
  /** What keeps it from being computed, and what to do: no form asks the figure, the number of members is not known. Else that what was reported contains estimates. */
  note: string | null;
  /** The number it bears in the document. */
  number: string | null;
  /** The part, for a share. */
  part: number | null;
  /** How whole the value is. */
  partial: PartialView;
  /** The figures as they were reported, period by period; for a line or small columns. They are not to be added: a longer period can take in shorter ones. */
  periods: PeriodFigureView[];
  /** What it comes to at the span's end, if what is not yet reported goes as what is; `null` while nothing is, and once the span is over and all has come: `state` then says how it ended. */
  projection: number | null;
  /** In words. */
  projectionText: string;
  /** For whom the target holds. */
  scope: Scope;
  /** How much of the target is reached. */
  shareBp: number | null;
  /** In words: "12%". */
  shareText: string;
  /** The span that the numbers below are of, in words: the one in which the moment lies, the first before it, the last after it. */
  spanText: string;
  /** For a cadence: every span of the plan's period in order; empty for a target of the whole plan. */
  spans: SpanView[];
  /** How it stands. */
  state: TargetState;
  /** In words: "Đúng tiến độ", "Đã đạt theo ước tính". */
  stateText: string;
  /** What is to be reached; `null` where it cannot be said (see `note`). */
  target: number | null;
  /** `target` as a number to be computed with, where it is steps. */
  targetFigure: string | null;
  /** Its threshold in words: "Chỉ tiêu toàn kế hoạch: ít nhất 100 cây". */
  targetText: string;
  /** In words. */
  targetValueText: string;
  /** What is to be reached, as the plan says it. */
  text: string;
  /** The noun they bear: "cây", "đồng", "%", "đơn vị". */
  unitNoun: string;
  /** What has been reached; `null` where nothing was reported. */
  value: number | null;
  /** `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one. */
  valueFigure: string | null;
  /** In words: "1.200 cây", "30/40 người (75%)", "12 trên 36 đơn vị". */
  valueText: string;
  /** The whole, for a share. */
  whole: number | null;
}

/** A target (chỉ tiêu). */
export interface TargetProposal {
  /** Whether the value is a change against what was before: "tăng 10 %". */
  change: boolean;
  comparison: Comparison;
  end: number;
  grade: Grade;
  /** In what a quantity is measured, as the indicator of a plan writes it: 25 is 2,5 km where that is km with one decimal place. */
  measure?: Measure | null;
  /** What is counted, in the document's words. */
  noun: string;
  per: Cadence;
  quote: string;
  /** Why it is read so, where it can be read in more than one way. */
  reasons: string[];
  scope: Scope;
  section: string;
  start: number;
  text: string;
  /** The upper end of a range. */
  upTo?: Threshold | null;
  value: Threshold;
}

/** How a target stands (tình trạng chỉ tiêu). */
export type TargetState = "unmeasured" | "notStarted" | "noData" | "open" | "onTrack" | "behind" | "reached" | "incomplete" | "missed" | "exceeded" | "inGroup";

/** The form of a report (mẫu báo cáo). Several duties can share one. */
export interface Template {
  /** Its identity. */
  id: Id;
  /** Its sections in order. */
  sections: Section[];
  /** Where the document asks for it; "ngoài văn bản" where the office made it. */
  source: Source;
}

/** One term of a side. */
export type Term = {
  figure: Id;
} | {
  part: Id;
} | {
  whole: Id;
} | {
  column: TableColumn;
} | {
  rows: Id;
} | {
  answered: Id;
} | {
  number: number;
} | "activities" | "participants";

/** The value of a target. */
export type Threshold = {
  count: number;
} | {
  money: number;
} | {
  basisPoints: Share;
} | {
  quantity: number;
} | {
  ratio: Ratio;
} | "done";

/** The deadline at a moment. */
export interface Tick {
  /** The deadline in words; none where the plan names none. */
  deadlineText: string | null;
  /** What remains until it, or how late it is, in words. */
  remainingText: string | null;
}

/** A time of day (giờ), 24:00 being the day's end. */
export type TimeOfDay = string;

/** Whether a report arrived in time (đúng hạn, trễ hạn). */
export type Timeliness = "onTime" | "late" | "noDeadline";

/** What one figure comes to over all units that are asked for it, whether a target is set on it or not. */
export interface TotalView {
  /** By sector; units without one come last, and sectors in which nobody is asked are left out. */
  bySector: SectorSumView[];
  /** By unit, in the plan's order, those that are asked; empty where the plan has too many units and figures to list. */
  byUnit: UnitSumView[];
  /** The column that is added up, where it is one of a table; `null` where it is not. */
  column: string | null;
  /** How the periods of each unit become one; the units then add up. */
  combine: Combine;
  /** In words: "Cộng các kỳ". */
  combineText: string;
  /** The indicator's identity. */
  indicator: string;
  /** Its label; of a table with what of it: "Công trình thanh niên: Giá trị". */
  label: string;
  /** Whether it is how many rows a table has. */
  rows: boolean;
  /** What it comes to. */
  sum: SumView;
}

/** One thing that units will meet. */
export interface TouchView {
  /** What happens. */
  message: string;
  /** How many more there are. */
  more: number;
  /** *Error*: what was sent would be read wrong, and the plan is not taken. *Warning*: work that was begun or sent loses its place. *Info*: something is new or otherwise. */
  severity: Severity;
  /** The units, by name, the first of them. */
  units: string[];
}

/** A unit (đơn vị, cơ sở Đoàn): who owes reports, or whom reports go to. */
export interface Unit {
  /** Other names under which people search for it. */
  aliases?: string[];
  /** The first day on which it exists, where it was founded inside the plan's period. */
  from?: CivilDate | null;
  /** Its identity; stays when the name changes. */
  id: Id;
  /** Its level. */
  level: Id;
  /** The unit into which it was merged (sáp nhập vào), after the last day on which it exists. */
  mergedInto?: Id | null;
  /** Its name as the organisation writes it, for example "Đoàn phường Tây Thạnh". */
  name: string;
  /** What is known of it as numbers. */
  numbers?: UnitNumber[];
  /** The unit above it. */
  parent?: Id | null;
  /** Its sector, where it has one. */
  sector?: Id | null;
  /** Where the document names it; none for plausible data that stands in for the office's roster. */
  source?: Source | null;
  /** The last day on which it exists, where it was merged or dissolved. */
  to?: CivilDate | null;
}

/** The units of one sector that fit a search. */
export interface UnitGroup {
  /** The sector's name; the level's where a unit has no sector. */
  sector: string;
  /** The units, in the plan's order. */
  units: UnitView[];
}

/** The number of one unit. */
export interface UnitNumber {
  /** What is counted: an attribute of the plan. */
  attribute: Id;
  /** How many: a whole number, in units of its name. */
  number: number;
}

/** One unit that owes it. */
export interface UnitOverview {
  /** Its deadline in words, where it is not that of all. */
  deadlineText: string | null;
  /** That it came late although "send" was pressed in time, in words; none where it did not. */
  delayedText: string | null;
  /** Among which the office counts it. */
  group: OfficeGroup;
  /** Whether the first report came after the deadline, whatever was decided about it since. */
  late: boolean;
  /** Its name. */
  name: string;
  /** When it was opened, of a report that units open by themselves: "08g05:12 ngày 14/3/2026"; else none. */
  openedText: string | null;
  /** When the first report came. */
  receivedAt: Instant | null;
  /** The same in words, on the plan's clock. */
  receivedText: string | null;
  /** When the revision that holds came. */
  revisedAt: Instant | null;
  /** Which revision holds. */
  revision: number | null;
  /** Its sector. */
  sector: Id | null;
  /** The sector's name. */
  sectorName: string | null;
  /** How it stands. */
  state: State;
  /** In words. */
  stateText: string;
  /** The revision that holds. */
  submission: string | null;
  /** The unit. */
  unit: Id;
}

/** A target and one unit. */
export interface UnitProgressView {
  /** Its name. */
  name: string;
  /** Its sector. */
  sector: string | null;
  /** How much of it is reached; of the plan's target, where the target is for all units together. */
  shareBp: number | null;
  /** How its reports with this figure stand. */
  standing: Standing;
  /** In words. */
  standingText: string;
  /** How it stands; `null` where the target is for all units together. */
  state: TargetState | null;
  /** In words. */
  stateText: string;
  /** What it is to reach by itself; `null` where the target is for all units together. */
  target: number | null;
  /** `target` as a number to be computed with, where it is steps. */
  targetFigure: string | null;
  /** In words, of a range both ends: "25 – 35 hội viên"; "" where there is none. */
  targetText: string;
  /** The unit's identity. */
  unit: string;
  /** What it reached, in the indicator's noun (a share in hundredths of a percent, done as 1). */
  value: number | null;
  /** `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one. */
  valueFigure: string | null;
  /** In words. */
  valueText: string;
}

/** An office or unit. */
export interface UnitProposal {
  end: number;
  level: string;
  name: string;
  quote: string;
  start: number;
}

/** A figure of one unit. */
export interface UnitSumView {
  /** Its name. */
  name: string;
  /** Its sector. */
  sector: string | null;
  /** How its reports with this figure stand. */
  standing: Standing;
  /** In words. */
  standingText: string;
  /** The unit's identity. */
  unit: string;
  /** Its figure; `null` where it has reported none. */
  value: number | null;
  /** `value` as a number to be computed with: "8,5"; `null` where `value` is that number itself, and no steps of one. */
  valueFigure: string | null;
  /** In words. */
  valueText: string;
}

/** A unit as people choose it. */
export interface UnitView {
  /** Its identity. */
  id: string;
  /** Its name. */
  name: string;
}

/** A sentence that is not used. */
export interface Unused {
  end: number;
  quote: string;
  start: number;
  why: string;
}

/** The value of one figure (giá trị). In JSON the bare value: `100`, `true`, `"2023-03-01"`, `{"part":30,"whole":40}`. Which one is asked follows from the indicator's measure: a count and money are numbers, a date is text as "2023-03-01", a time as "07:30", a phone number as "+84912345678". */
export type Value = number | boolean | {
  /** The part. */
  part: number;
  /** The whole. */
  whole: number;
} | Estimate | string | string[] | ReportFile[] | Record<string, Value>[];

/** A decision as the office sends it. Who returns a report gives a reason, of the whole or of single fields. */
export interface Verdict {
  /** What is to be mended of single answers; of a report that is taken, the points that the office gives instead. */
  fields?: FieldReason[];
  /** Whether the report is taken. */
  outcome: Outcome;
  /** What is to be mended of the whole report, in the office's words. */
  reason?: string;
}

/** A period for which the duty need not be sent (miễn báo cáo), because another report takes it in. */
export interface Waiver {
  /** Where it says so. */
  source: Source;
  /** The duty whose report takes it in. */
  takenInBy?: Id | null;
  /** Why, in one line for the unit. */
  why: string;
  /** Every period of the duty inside these days is waived. */
  within: Period;
}

/** A day of the week (thứ). */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** One span of days on which an activity is held. What is stated, what is corrected and what is unsure are three things: the published days stay, the correction stands beside them. */
export interface When {
  /** How sure the document is. */
  certainty?: Certainty;
  /** What applies instead, where the published days are a mistake. */
  correction?: Correction | null;
  /** The first day as published. */
  from: CivilDate;
  /** How it repeats between the first and the last day. */
  repeats?: Cycle | null;
  /** The hour at which it begins. */
  time?: TimeOfDay | null;
  /** The last day as published; the first day where it is left out. */
  to?: CivilDate | null;
}

/** Which days are worked on (ngày làm việc): Monday to Friday, but for holidays, and the days that make up for them. */
export interface Working {
  /** Days off besides Saturdays and Sundays (ngày nghỉ lễ, Tết), both ends inclusive. */
  holidays?: Period[];
  /** Days on which work is made up for (ngày làm bù), though they would be off. */
  madeUp?: Period[];
}
