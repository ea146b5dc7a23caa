//! A bad network: a proxy that drops, delays, doubles and cuts.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A proxy before some collectors.
pub struct Network {
    pub address: SocketAddr,
    faults: Arc<AtomicUsize>,
}

/// What happens to a request. Of ten, four are let through.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Passes,
    /// It is let through after a while.
    Waits(u64),
    /// It never arrives.
    Dropped,
    /// A part of it arrives.
    Cut,
    /// It arrives twice at once, perhaps at two collectors.
    Doubled,
    /// It arrives, and the answer is lost.
    Unanswered,
    /// It arrives, and a part of the answer comes back.
    AnswerCut,
}

/// The same faults in each run (splitmix64), as far as threads allow.
#[derive(Default)]
struct Chance(AtomicU64);

impl Chance {
    fn below(&self, bound: u64) -> u64 {
        let step = 0x9e37_79b9_7f4a_7c15_u64;
        let mut bits = self.0.fetch_add(step, Ordering::Relaxed).wrapping_add(step);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % bound
    }

    fn fate(&self) -> Fate {
        match self.below(10) {
            0 => Fate::Dropped,
            1 => Fate::Cut,
            2 => Fate::Doubled,
            3 => Fate::Unanswered,
            4 => Fate::AnswerCut,
            5 => Fate::Waits(self.below(80)),
            _ => Fate::Passes,
        }
    }
}

impl Network {
    /// Stands before collectors, of which it chooses one for each request.
    pub async fn before(collectors: Vec<SocketAddr>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let faults = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&faults);
        tokio::spawn(async move {
            let chance = Arc::new(Chance::default());
            while let Ok((stream, _)) = listener.accept().await {
                let (chance, counted) = (Arc::clone(&chance), Arc::clone(&counted));
                let collectors = collectors.clone();
                tokio::spawn(async move {
                    let fate = chance.fate();
                    if !matches!(fate, Fate::Passes) {
                        counted.fetch_add(1, Ordering::Relaxed);
                    }
                    // A request that comes to grief is what this is for.
                    let _ = carry(stream, &collectors, fate, &chance).await;
                });
            }
        });
        Self { address, faults }
    }

    /// How many requests did not simply pass.
    pub fn faults(&self) -> usize {
        self.faults.load(Ordering::Relaxed)
    }
}

async fn carry(
    mut device: TcpStream,
    collectors: &[SocketAddr],
    fate: Fate,
    chance: &Chance,
) -> std::io::Result<()> {
    let request = whole_request(&mut device).await?;
    let part = |whole: usize| usize::try_from(chance.below(whole.max(1) as u64)).unwrap_or(0);
    let collector = || collectors[part(collectors.len())];
    let answer = match fate {
        Fate::Dropped => return Ok(()),
        Fate::Cut => {
            let mut upstream = TcpStream::connect(collector()).await?;
            return upstream.write_all(&request[..part(request.len())]).await;
        }
        Fate::Waits(millis) => {
            tokio::time::sleep(Duration::from_millis(millis)).await;
            ask(collector(), &request).await?
        }
        Fate::Doubled => {
            let (one, other) = (collector(), collector());
            let (one, other) = tokio::join!(ask(one, &request), ask(other, &request));
            one.or(other)?
        }
        Fate::Passes | Fate::Unanswered | Fate::AnswerCut => ask(collector(), &request).await?,
    };
    match fate {
        Fate::Unanswered => Ok(()),
        Fate::AnswerCut => device.write_all(&answer[..part(answer.len())]).await,
        _ => device.write_all(&answer).await,
    }
}

async fn ask(collector: SocketAddr, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut upstream = TcpStream::connect(collector).await?;
    upstream.write_all(request).await?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer).await?;
    Ok(answer)
}

/// A request to its end, as its head announces it.
async fn whole_request(device: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if device.read_buf(&mut request).await? == 0 {
            return Err(std::io::Error::other("the device hung up"));
        }
        let text = String::from_utf8_lossy(&request);
        let Some((head, _)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let announced = head
            .lines()
            .find_map(|line| line.strip_prefix("Content-Length: "))
            .and_then(|length| length.parse::<usize>().ok());
        if request.len() >= head.len() + 4 + announced.unwrap_or(0) {
            return Ok(request);
        }
    }
}
