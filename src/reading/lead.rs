//! Lines that say something of all that is listed below them.

use super::context::{Block, Lead};
use super::piece::Piece;
use super::scope::each_in;
use super::words::bounds::cadence_at;

/// Each block with what the line above its list, or its heading, says of its numbers.
pub(super) fn led(mut blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    // Of the line above a list, and of a dash above a list of pluses.
    let mut line = Lead::default();
    let mut dash = Lead::default();
    let mut heading = None;
    for block in &mut blocks {
        let own = Piece::of(&block.heading, 0..block.heading.len());
        let of_heading = if block.run_in {
            Lead::default()
        } else {
            said(&own, 0)
        };
        if heading != Some(block.place.heading) {
            heading = Some(block.place.heading);
            line = Lead::default();
            dash = Lead::default();
        }
        let opens = block.piece.written(0, block.piece.len()).ends_with(':');
        let inner = block.place.bullet && block.piece.word(0) == "+";
        let above = if !block.place.bullet && !block.place.numbered {
            Lead::default()
        } else if inner {
            over(dash, line)
        } else {
            line
        };
        block.lead = over(above, of_heading);
        let words = if opens {
            said(&block.piece, block.body)
        } else {
            Lead::default()
        };
        if !block.place.bullet {
            line = words;
            dash = Lead::default();
        } else if !inner {
            dash = words;
        }
    }
    blocks
}

/// What the nearer line says, and where it says nothing the farther one.
pub(super) fn over(near: Lead, far: Lead) -> Lead {
    Lead {
        scope: near.scope.or(far.scope),
        per: near.per.or(far.per),
    }
}

fn said(piece: &Piece<'_>, from: usize) -> Lead {
    Lead {
        scope: each_in(piece, from, piece.len().min(from + 12)),
        per: (from..piece.len()).find_map(|at| cadence_at(piece, at).map(|(_, per)| per)),
    }
}
