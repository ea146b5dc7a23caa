//! Work that takes long, on a thread of its own that gives way to those on which reports are taken in.

use std::io;
use tokio::sync::oneshot;

/// How much such a thread gives way (`nice`): it has a tenth of a processor that others want too, and all of one that
/// nobody wants, so that an office waits longer on a busy day and always has its answer.
#[cfg(target_os = "linux")]
const GIVES_WAY: i32 = 10;

/// Does `task` apart.
///
/// # Errors
/// The system gives no more threads, or the task broke off.
pub async fn apart<T: Send + 'static>(task: impl FnOnce() -> T + Send + 'static) -> io::Result<T> {
    let (tell, told) = oneshot::channel();
    // A thread that has given way may not come back, so none of those that everyone shares does it.
    std::thread::Builder::new()
        .name("apart".to_owned())
        .spawn(move || {
            give_way();
            // Whoever asked may be gone.
            let _ = tell.send(task());
        })?;
    told.await.map_err(io::Error::other)
}

/// Elsewhere than on Linux the call would slow the whole program.
fn give_way() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::nice(GIVES_WAY) {
        tracing::debug!(%error, "a long computation does not give way to reports");
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[tokio::test]
    async fn what_is_done_apart_comes_back() {
        assert_eq!(apart(|| 6 * 7).await.expect("done"), 42);
    }

    #[tokio::test]
    async fn what_breaks_off_is_an_error() {
        assert!(apart(|| panic!("broken")).await.map(|(): ()| ()).is_err());
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn it_gives_way_and_nothing_else_does() {
        let before = rustix::process::nice(0).expect("read");
        let there = apart(|| rustix::process::nice(0)).await.expect("done");
        assert_eq!(there.expect("read"), (before + super::GIVES_WAY).min(19));
        assert_eq!(rustix::process::nice(0).expect("read"), before);
    }
}
