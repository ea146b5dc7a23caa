//! Listening, and stopping without breaking off what is under way.

use super::access::{Network, Peer};
use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::future::Future;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// What a connection may take, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a connection may take to send the head of a request. Without a limit, a handful of
    /// machines that send a letter a minute would hold every connection.
    pub head: Duration,
    /// How long a client may take no byte of an answer that waits for it: a reader that stands still holds its answer
    /// in memory.
    pub still: Duration,
    /// After how long a connection takes no other request: the one under way is answered, within as long again, however
    /// slowly it is read. Whoever has more to ask opens another.
    pub longest: Duration,
    /// How many connections are open at once: below what a process may open where nobody has raised it, with room for
    /// the database and the files of the portal.
    pub most: usize,
    /// How many of them come from one place: a school behind one address, all of whose classes report at once, stays
    /// below it. This machine itself is not counted, because a proxy on it brings everyone.
    pub most_of_one: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            still: Duration::from_secs(30),
            longest: Duration::from_secs(15 * 60),
            most: 800,
            most_of_one: 200,
        }
    }
}

/// How long requests under way may still take once the collector is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// Answers requests until `stop` resolves, then takes no new ones and finishes those under way.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head);
    let (stopping, _) = watch::channel(false);
    let places = Places::default();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file handles, most likely: those in use come free as requests end.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        let Some(seat) = places.seat(peer.ip(), &limits) else {
            tracing::warn!("too many connections; one was closed at once");
            continue;
        };
        // An answer is small; waiting to fill a packet would only delay it.
        let _ = stream.set_nodelay(true);
        let service = router
            .clone()
            .map_request(move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(Peer(peer.ip()));
                request
            });
        let service = TowerToHyperService::new(service);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.still));
        let stream = TokioIo::new(Box::pin(stream));
        let connection = http.serve_connection(stream, service);
        let mut stopping = stopping.subscribe();
        tokio::spawn(async move {
            let _seat = seat;
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                ended = &mut connection => Ok(ended),
                () = tokio::time::sleep(limits.longest) => Err(()),
                _ = stopping.wait_for(|stopping| *stopping) => Err(()),
            };
            let ended = match ended {
                Ok(ended) => Ok(ended),
                // What is under way is answered, and the answer says that no other request will be.
                Err(()) => {
                    connection.as_mut().graceful_shutdown();
                    tokio::time::timeout(limits.longest, connection).await
                }
            };
            match ended {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::debug!(%error, "a connection broke off"),
                Err(_) => tracing::debug!("a connection was open for too long"),
            }
        });
    }
    drop(listener);
    tracing::info!("stopping: finishing what is under way");
    // Nobody may be there to hear it; then nothing is under way.
    let _ = stopping.send(true);
    if tokio::time::timeout(GRACE, stopping.closed())
        .await
        .is_err()
    {
        tracing::warn!("some requests took too long to finish and were broken off");
    }
}

/// How many connections are open, in all and of each place.
#[derive(Clone, Debug, Default)]
struct Places(Arc<Mutex<BTreeMap<Network, usize>>>);

/// One open connection; not counted any more when it is dropped.
#[derive(Debug)]
struct Seat {
    places: Places,
    network: Network,
}

impl Places {
    /// Counts a connection; none where there are too many.
    fn seat(&self, from: IpAddr, limits: &Limits) -> Option<Seat> {
        let network = Network::of(from);
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let of_one = open.get(&network).copied().unwrap_or_default();
        if all >= limits.most
            || (of_one >= limits.most_of_one && !from.to_canonical().is_loopback())
        {
            return None;
        }
        open.insert(network, of_one + 1);
        Some(Seat {
            places: self.clone(),
            network,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.network);
            }
        }
    }
}

/// Resolves when the system asks the process to end (SIGTERM), or someone presses Ctrl-C. SIGTERM is heard from this call on: whoever
/// calls it before saying that it is ready is not ended midway by one that comes at once.
///
/// # Panics
/// It is called outside a runtime of tokio.
pub fn asked_to_stop() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match terminated {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    async {
        tokio::select! {
            () = interrupt => {}
            () = terminate => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Places};
    use std::net::IpAddr;

    #[test]
    fn neither_one_place_nor_all_together_take_every_seat() {
        let limits = Limits {
            most: 5,
            most_of_one: 2,
            ..Limits::default()
        };
        let places = Places::default();
        let seat = |text: &str| places.seat(text.parse::<IpAddr>().unwrap(), &limits);
        let (one, two) = (seat("192.0.2.1"), seat("192.0.2.1"));
        assert!(one.is_some() && two.is_some() && seat("192.0.2.1").is_none());
        let here = [seat("127.0.0.1"), seat("::1"), seat("127.0.0.1")];
        assert!(here.iter().all(Option::is_some), "a proxy brings everyone");
        assert!(seat("192.0.2.2").is_none(), "all are taken");
        drop(two);
        assert!(seat("192.0.2.1").is_some());
        drop((one, here));
        assert!(places.0.lock().unwrap().is_empty());
    }
}
