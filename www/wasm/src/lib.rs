//! The face of Phiếu for JavaScript: text in, objects out.
