//! A plan's progress as the office sees it: what a roll-up gives, in words.

mod alternatives;
mod build;
mod groups;
mod scores;
mod target;
mod target_view;
#[cfg(test)]
mod tests;
mod total;
mod total_view;
mod view;

pub use build::progress;
pub use groups::{CellStateView, ColumnGroupView, SectorView, TallyNames, TargetGroupView};
pub use scores::{BandView, CriterionView, PointsCell, ScoreView, ScoresView};
pub use target_view::{
    Counted, GroupProgressView, PeriodFigureView, SpanView, TargetProgressView, UnitProgressView,
};
pub use total_view::{
    NarrativeView, NarrativesView, SectorSumView, SumView, TotalView, UnitSumView,
};
pub use view::{
    AnswerView, AnswersView, CellView, ClaimView, ColumnView, CompletenessView, DiscrepancyView,
    DuplicateView, MatrixView, NamedTallyView, PartialView, ProgressView, RowView, TableNameView,
    TallyView,
};
