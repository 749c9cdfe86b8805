//! The page as values: the snapshot that a walker takes, the tree made of it, and its blocks.
//!
//! A walker (JavaScript over the live page, an HTML parser over a saved one) writes a flat
//! [`PageSnapshot`]. [`Page::new`] checks it and gives the tree its order: nodes stand in document order,
//! so the subtree of a node is a contiguous range of ids.

mod block;
mod snapshot;
mod split;
mod strings;
mod tree;

pub use block::{Block, BlockKind, Picture, Run, Style};
pub use snapshot::{Builder, Fault, Limits, PageSnapshot};
pub use split::blocks;
pub use tree::{Name, Node, NodeId, Page};
