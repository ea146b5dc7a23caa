//! A bucket that speaks the protocol of S3, asked by the one client that this house has.

use super::depot_error::DepotError;
use object_store::ObjectStore;
use object_store::RetryConfig;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::ClientConfigKey;
use object_store::prefix::PrefixStore;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long a bucket is asked again for, and how often: both within the time that a request has.
const AGAIN: Duration = Duration::from_secs(8);
const TIMES: usize = 2;

/// How a bucket is named: as in a URL.
pub(super) const SCHEME: &str = "s3://";

/// The most characters of a bucket's name, as all who offer them have it.
const LONGEST: usize = 63;

/// A bucket, or what of one begins with a prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What the names of all that is kept in it begin with, without a stroke at its end; may be empty.
    pub prefix: String,
    /// The file in which its keys and its address stand, a line each (`AWS_ACCESS_KEY_ID=…`); the environment alone where
    /// none is named.
    pub keys: Option<PathBuf>,
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}", self.name)?;
        if self.prefix.is_empty() {
            return Ok(());
        }
        write!(f, "/{}", self.prefix)
    }
}

impl Bucket {
    /// The bucket that stands behind `s3://`.
    ///
    /// # Errors
    /// No bucket bears such a name.
    pub(super) fn named(text: &str) -> Result<Self, String> {
        let (name, prefix) = text.split_once('/').unwrap_or((text, ""));
        let prefix = prefix.trim_end_matches('/');
        let is_plain = |text: &str, also: &[u8]| {
            let mut bytes = text.bytes();
            bytes.all(|byte| byte.is_ascii_alphanumeric() || also.contains(&byte))
        };
        let is_name = (3..=LONGEST).contains(&name.len()) && is_plain(name, b".-");
        let are_parts = prefix.is_empty()
            || prefix
                .split('/')
                .all(|part| !matches!(part, "" | "." | "..") && is_plain(part, b".-_"));
        if !is_name || !are_parts {
            return Err("a bucket is named s3://NAME or s3://NAME/PREFIX".to_owned());
        }
        Ok(Self {
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            keys: None,
        })
    }

    /// Opens it; nothing is asked yet. Its keys and its address have the names that programs for buckets read
    /// (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT`, `AWS_ALLOW_HTTP`).
    ///
    /// # Errors
    /// What they say does not go together, or the file cannot be read.
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>, DepotError> {
        let retry = RetryConfig {
            max_retries: TIMES,
            retry_timeout: AGAIN,
            ..RetryConfig::default()
        };
        let builder = self.configured()?.with_bucket_name(&self.name);
        for (key, name) in [
            (AmazonS3ConfigKey::AccessKeyId, "AWS_ACCESS_KEY_ID"),
            (AmazonS3ConfigKey::SecretAccessKey, "AWS_SECRET_ACCESS_KEY"),
        ] {
            if builder.get_config_value(&key).is_none() {
                return Err(self.unusable(&format!("{name} is not there")));
            }
        }
        let is_plain = AmazonS3ConfigKey::Client(ClientConfigKey::AllowHttp);
        let is_plain = builder.get_config_value(&is_plain);
        let endpoint = builder.get_config_value(&AmazonS3ConfigKey::Endpoint);
        if endpoint.is_some_and(|endpoint| endpoint.starts_with("http://"))
            && is_plain.is_none_or(|is_plain| is_plain != "true")
        {
            let why = "AWS_ENDPOINT is not https, and keys and files would be read on the way; where the way is your own, say AWS_ALLOW_HTTP=true";
            return Err(self.unusable(why));
        }
        let opened = builder
            .with_retry(retry)
            .with_http_connector(super::calling::Caller)
            .build();
        // What the builder says of a setting may hold the setting.
        let bucket = opened.map_err(|_| self.unusable("its settings do not go together"))?;
        Ok(match &*self.prefix {
            "" => Arc::new(bucket),
            prefix => Arc::new(PrefixStore::new(bucket, prefix)),
        })
    }

    fn unusable(&self, why: &str) -> DepotError {
        DepotError::Unusable(self.to_string(), why.to_owned())
    }

    fn configured(&self) -> Result<AmazonS3Builder, DepotError> {
        let mut builder = AmazonS3Builder::from_env();
        let Some(file) = &self.keys else {
            return Ok(builder);
        };
        let text = std::fs::read_to_string(file).map_err(|error| {
            self.unusable(&format!("{} cannot be read: {error}", file.display()))
        })?;
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, value) = line.split_once('=').unwrap_or_default();
            let name = name.trim();
            let key: Option<AmazonS3ConfigKey> = name.to_ascii_lowercase().parse().ok();
            let key = key.filter(|_| name.starts_with("AWS_")).ok_or_else(|| {
                // A line that is none may hold a key, and is not shown.
                self.unusable(&format!(
                    "a line of {} does not begin with a name such as AWS_ACCESS_KEY_ID=",
                    file.display()
                ))
            })?;
            builder = builder.with_config(key, value.trim());
        }
        Ok(builder)
    }
}

#[cfg(test)]
mod tests {
    use super::Bucket;

    #[test]
    fn a_bucket_is_named_as_in_a_url() {
        for (text, expected) in [
            ("reports", Some(("reports", ""))),
            (
                "reports/quan-doan/2027/",
                Some(("reports", "quan-doan/2027")),
            ),
            ("", None),
            ("a", None),
            ("reports/../other", None),
            ("reports//x", None),
            ("key:secret@reports", None),
            ("báo-cáo", None),
        ] {
            let named = Bucket::named(text).ok();
            let named = named.as_ref().map(|one| (&*one.name, &*one.prefix));
            assert_eq!(named, expected, "{text}");
        }
    }
}
