//! Talking to a running collector.

use super::Failure;
use super::failure::reason;
use phieu::calling::caller;
use phieu::text::Lang;
use serde_json::Value;
use std::net::IpAddr;
use std::path::Path;
use std::time::Duration;
use ureq::{Agent, Body, http};

/// How long a request may take: a large plan over a slow line, and the collector's own bound.
const PATIENCE: Duration = Duration::from_secs(60);

/// The most bytes of an answer that are read.
const MOST: u64 = 16 * 1024 * 1024;

/// The variable that holds the code or token.
const TOKEN: &str = "PHIEU_TOKEN";

/// A collector, as an office asks it.
pub struct Sender {
    agent: Agent,
    /// The address of its interface, ended by a stroke.
    api: String,
    token: String,
    lang: Lang,
}

/// What was published.
pub struct Published {
    /// The version that it was given.
    pub version: u64,
    /// Whether it was not published so already.
    pub is_new: bool,
    /// How much lint finds in it.
    pub findings: usize,
    /// The whole answer.
    pub answer: Value,
}

/// An answer, read to its end.
struct Answer {
    status: u16,
    tag: Option<String>,
    text: String,
}

impl Sender {
    /// Asks the collector at an address, as the holder of the code in a file or in the variable `PHIEU_TOKEN`.
    ///
    /// # Errors
    /// The address is none, or a code would go over the line readable; there is no code.
    pub fn new(to: &str, token_file: Option<&Path>, lang: Lang) -> Result<Self, Failure> {
        let api = interface(to)?;
        let token = token(token_file)?;
        // A code goes to no other place than the one that was named.
        let agent = caller(PATIENCE, api.starts_with("http:"));
        Ok(Self {
            agent: agent.build().into(),
            api,
            token,
            lang,
        })
    }

    /// An address of the interface.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.api)
    }

    /// The version that is published, and its tag.
    ///
    /// # Errors
    /// The collector does not tell.
    pub fn stands(&self, plan: &str) -> Result<(u64, String), Failure> {
        let url = self.address(&format!("office/plans/{plan}"));
        let request = self.agent.get(&url).header("authorization", self.bearer());
        let request = request.header("accept-language", self.language());
        let answer = self.read(request.call())?;
        let version = json(&answer.text).and_then(|plan| plan.get("version")?.as_u64());
        match (answer.status, version, &answer.tag) {
            (200, Some(version), Some(tag)) => Ok((version, tag.clone())),
            _ => Err(self.refused(&answer)),
        }
    }

    /// The tag of what is published, which must be that version.
    ///
    /// # Errors
    /// Another version is, or the collector does not tell.
    pub fn tag_of(&self, plan: &str, over: u32) -> Result<String, Failure> {
        let (version, tag) = self.stands(plan)?;
        if version == u64::from(over) {
            return Ok(tag);
        }
        Err(Failure::told(match self.lang {
            Lang::Vi => format!(
                "Bản đang công bố là phiên bản {version}, không phải {over}. Hãy xem bản đó rồi công bố lại với --over {version}."
            ),
            Lang::En => format!(
                "Version {version} is published, not {over}. Look at it, then publish again with --over {version}."
            ),
        }))
    }

    /// Publishes a plan over what was seen.
    ///
    /// # Errors
    /// The collector cannot be reached, or does not take it; the sentence is its own.
    pub fn publish(
        &self,
        plan: &str,
        seen: Option<&str>,
        text: &str,
    ) -> Result<Published, Failure> {
        self.put(&format!("office/plans/{plan}"), seen, text)
    }

    /// Lets a published plan stand otherwise.
    ///
    /// # Errors
    /// As [`Sender::publish`].
    pub fn stand(&self, plan: &str, seen: &str, state: &str) -> Result<Published, Failure> {
        let body = serde_json::json!({ "state": state }).to_string();
        self.put(&format!("office/plans/{plan}/state"), Some(seen), &body)
    }

    fn put(&self, path: &str, seen: Option<&str>, body: &str) -> Result<Published, Failure> {
        let url = self.address(path);
        let mut request = self.agent.put(&url).header("authorization", self.bearer());
        request = request.header("accept-language", self.language());
        request = request.header("content-type", "application/json");
        if let Some(seen) = seen {
            request = request.header("if-match", seen);
        }
        let answer = self.read(request.send(body))?;
        let told = json(&answer.text);
        let version = told.as_ref().and_then(|told| told.get("version")?.as_u64());
        match (answer.status, told, version) {
            (200 | 201, Some(told), Some(version)) => Ok(Published {
                version,
                is_new: answer.status == 201,
                findings: told["findings"].as_array().map_or(0, Vec::len),
                answer: told,
            }),
            _ => Err(self.refused(&answer)),
        }
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }

    fn language(&self) -> &'static str {
        match self.lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    fn read(&self, response: Result<http::Response<Body>, ureq::Error>) -> Result<Answer, Failure> {
        let unreachable = |error: ureq::Error| {
            let api = self.api.trim_end_matches("api/");
            let (vi, en) = match &error {
                ureq::Error::Io(error) if error.raw_os_error().is_some() => reason(error),
                ureq::Error::HostNotFound => (
                    "không có máy nào mang tên này".into(),
                    "no machine has that name".into(),
                ),
                ureq::Error::Timeout(_) => ("chờ quá lâu".into(), "it took too long".into()),
                _ => (
                    "không tìm thấy máy mang tên này, hoặc không nối được".into(),
                    "no machine of that name is found, or it does not connect".into(),
                ),
            };
            Failure::new(
                format!(
                    "Không gọi được {api}: {vi}. Hãy kiểm tra địa chỉ, đường mạng, và xem máy chủ có đang chạy không."
                ),
                format!(
                    "{api} cannot be reached: {en}. See that the address is right, the line up and the collector running."
                ),
            )
        };
        let mut response = response.map_err(unreachable)?;
        let tag = response.headers().get("etag");
        let tag = tag.and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(MOST);
        let text = body.read_to_string().map_err(unreachable)?;
        Ok(Answer { status, tag, text })
    }

    /// What the collector says, in whole sentences; that it is none where something else answered.
    fn refused(&self, answer: &Answer) -> Failure {
        let problem = json(&answer.text).filter(|problem| {
            let kind = problem["type"].as_str();
            kind.is_some_and(|kind| kind.starts_with("urn:phieu:problem:"))
        });
        let Some(problem) = problem else {
            let (status, api) = (answer.status, &self.api);
            return Failure::new(
                format!(
                    "{api} trả lời HTTP {status}, nhưng không phải nơi nhận báo cáo. Hãy kiểm tra lại địa chỉ, và máy trung gian trên đường đi."
                ),
                format!(
                    "{api} answered HTTP {status}, and is no collector. See that the address is right, and what stands on the way."
                ),
            );
        };
        let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
        let mut sentence = format!("{}. {}", text("title"), text("detail"));
        if let Some(findings) = problem["findings"].as_array() {
            for finding in findings {
                let said = |name: &str| finding[name].as_str().unwrap_or_default();
                sentence += &format!("\n  {} {}", said("code"), said("message"));
            }
        }
        if matches!(problem["code"].as_str(), Some("unseen" | "stale"))
            && let Some(version) = problem["published"]["version"].as_u64()
        {
            let over = match self.lang {
                Lang::Vi => "Đã xem bản đó và muốn thay bằng bản này, thêm",
                Lang::En => "Having looked at it, to put this one in its place add",
            };
            sentence += &format!("\n{over}: --over {version}");
        }
        Failure::told(sentence)
    }
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// The address of the interface of the collector at `to`, which may be its own or that of its interface.
fn interface(to: &str) -> Result<String, Failure> {
    let wrong =
        |vi: &str, en: &str| Failure::new(format!("--to {to}: {vi}."), format!("--to {to}: {en}."));
    let uri: http::Uri = to.parse().map_err(|_| {
        wrong(
            "hãy ghi một địa chỉ, ví dụ https://baocao.example",
            "write an address, for example https://baocao.example",
        )
    })?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(wrong(
            "hãy ghi cả địa chỉ, ví dụ https://baocao.example",
            "write the whole address, for example https://baocao.example",
        ));
    };
    let host = authority.host().trim_matches(['[', ']']);
    let is_here = host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    match scheme {
        "https" => {}
        "http" if is_here => {}
        "http" => {
            return Err(wrong(
                "qua http, ai trên đường đi cũng đọc được mã; hãy ghi https (http chỉ dùng trên máy này)",
                "by http everyone on the way could read the code; write https (http is for this machine alone)",
            ));
        }
        _ => {
            return Err(wrong(
                "địa chỉ phải bắt đầu bằng https://",
                "an address begins with https://",
            ));
        }
    }
    if authority.as_str().contains('@') || uri.query().is_some() {
        return Err(wrong(
            "địa chỉ không có tên ở trước “@”, cũng không có gì ở sau “?”",
            "an address has neither a name before “@” nor anything behind “?”",
        ));
    }
    let path = uri.path().trim_end_matches('/');
    let path = path.strip_suffix("/api").unwrap_or(path);
    Ok(format!("{scheme}://{authority}{path}/api/"))
}

/// The code or token, from its file or from the variable; never an argument, which every program on the machine can read.
fn token(file: Option<&Path>) -> Result<String, Failure> {
    let text = match file {
        Some(path) => std::fs::read_to_string(path).map_err(|error| {
            Failure::unread(&path.to_string_lossy(), &error)
        })?,
        None => std::env::var(TOKEN).map_err(|_| {
            Failure::new(
                format!(
                    "Chưa có mã. Hãy ghi mã của cơ quan công bố (phieu keys --publisher TÊN), hoặc mã chính, vào biến môi trường {TOKEN}, hoặc ghi tên tệp có mã sau --token-file."
                ),
                format!(
                    "There is no code. Put the code of an office that publishes (phieu keys --publisher NAME), or the main token, into the variable {TOKEN}, or name its file with --token-file."
                ),
            )
        })?,
    };
    let token = text.trim_start_matches('\u{FEFF}').trim();
    if token.is_empty() || !token.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Err(Failure::new(
            "Mã còn trống, hoặc có ký tự khác chữ không dấu, chữ số và dấu. Hãy sao chép lại.",
            "The code is empty, or holds something else than letters, digits and signs. Copy it again.",
        ));
    }
    Ok(token.to_owned())
}

#[cfg(test)]
mod tests {
    use super::interface;

    #[test]
    fn an_address_is_the_collectors_and_no_code_goes_readable_over_the_line() {
        for (to, expected) in [
            (
                "https://baocao.example",
                Some("https://baocao.example/api/"),
            ),
            (
                "https://baocao.example/",
                Some("https://baocao.example/api/"),
            ),
            (
                "https://baocao.example/api",
                Some("https://baocao.example/api/"),
            ),
            (
                "https://baocao.example:8443/phieu/",
                Some("https://baocao.example:8443/phieu/api/"),
            ),
            ("http://localhost:8080", Some("http://localhost:8080/api/")),
            (
                "http://127.0.0.1:8080/api/",
                Some("http://127.0.0.1:8080/api/"),
            ),
            ("http://[::1]:8080", Some("http://[::1]:8080/api/")),
            ("http://baocao.example", None),
            ("http://127.0.0.1.example", None),
            ("http://localhost@baocao.example", None),
            ("https://a@baocao.example", None),
            ("https://baocao.example/?a", None),
            ("ftp://baocao.example", None),
            ("baocao.example", None),
            ("", None),
        ] {
            assert_eq!(interface(to).ok().as_deref(), expected, "{to}");
        }
    }
}
