//! When an article was published: everything that says so, weighed.

use chrono::{DateTime, Duration, FixedOffset, Timelike as _};

use super::{
    Hints, Origin, Precision, Published,
    clock::{self, Day, Moment, stamps},
    facts::Facts,
};

/// What is known of the publication, from every source of its own.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// When the page's id was made.
    pub(super) made: Option<DateTime<FixedOffset>>,
    /// What the page shows, the best place first.
    pub(super) shown: Vec<clock::Stamp>,
    /// What `meta` elements say.
    pub(super) meta: Option<Moment>,
    /// What data in the page say.
    pub(super) data: Option<Moment>,
    /// What the address says.
    pub(super) address: Option<Moment>,
}

const METAS: [&str; 24] = [
    "article:published_time",
    "og:published_time",
    "bytedance:published_time",
    "weibo:article:create_at",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "publish_time",
    "publishtime",
    "pubtime",
    "og:release_date",
    "og:pubdate",
    "release_date",
    "apub:time",
    "date",
    "dc.date",
    "firstcreatetime",
    "firstpublishedtime",
    "article:create_at",
    "sailthru.date",
    "parsely-pub-date",
    "filetime",
];
const KEYS: [&str; 15] = [
    "datePublished",
    "pubDate",
    "publishDate",
    "publish_time",
    "publishTime",
    "pubTime",
    "pubtime",
    "published_at",
    "publish_date",
    "publishedAt",
    "publication_date",
    "release_time",
    "createTime",
    "ctime",
    "oriCreateTime",
];

impl Evidence {
    /// Collects what stands where no reader looks.
    pub(super) fn hidden(facts: &Facts<'_>, url: &str) -> Evidence {
        let moment = |text: &str| {
            if let Some(at) = clock::unix(text) {
                return Some((at, Precision::Minute));
            }
            let stamp = stamps(text).into_iter().find(|stamp| matches!(stamp.day, Day::Date(_)));
            stamp.and_then(|stamp| stamp.moment(None)).or_else(|| day(text))
        };
        let meta = METAS.iter().filter_map(|name| facts.named(&[name])).filter_map(moment).max_by_key(|(_, p)| *p);
        let times = facts.times.iter().find_map(|text| moment(text));
        let data = KEYS.iter().filter_map(|key| facts.value(&[key])).filter_map(moment).max_by_key(|(_, p)| *p);
        Evidence { meta: meta.or(times), data, address: day(address_path(url)), ..Evidence::default() }
    }

    /// Weighs: what the caller gives; a page id, made exact by a shown clock that agrees; a shown time; then
    /// `meta`, data and address. A source that the others contradict by days is passed over.
    pub(super) fn weigh(&self, hints: &Hints) -> Option<Published> {
        let published = |(at, precision): Moment, from| Some(Published { at, precision, from });
        if let Some(at) = hints.published {
            return published((at, Precision::Minute), Origin::Given);
        }
        let shown = self.shown(hints);
        if let Some(made) = self.made {
            let agrees = |(at, _): &&Moment| (*at - made).abs() <= Duration::days(2);
            let exact =
                shown.iter().find(|(moment, absolute)| *absolute && moment.1 >= Precision::Minute && agrees(&moment));
            if let Some((moment, _)) = exact {
                return published(*moment, Origin::Shown);
            }
            // A full date far from the id: the article was taken in again later.
            if let Some((moment, _)) = shown.first().filter(|(moment, absolute)| *absolute && !agrees(&moment)) {
                return published(*moment, Origin::Shown);
            }
            let hour = made.with_minute(0).and_then(|at| at.with_second(0)).unwrap_or(made);
            return published((hour, Precision::Hour), Origin::PageId);
        }
        let hidden = [(self.meta, Origin::Meta), (self.data, Origin::Data), (self.address, Origin::Url)];
        let hidden: Vec<(Moment, Origin)> =
            hidden.into_iter().filter_map(|(moment, from)| moment.map(|moment| (moment, from))).collect();
        let mut all: Vec<(Moment, Origin, i32)> = Vec::new();
        for (at, (moment, absolute)) in shown.iter().enumerate() {
            let place = 30 - 6 * i32::try_from(at.min(4)).unwrap_or(4);
            all.push((*moment, Origin::Shown, place + if *absolute { 10 } else { -10 }));
        }
        for (moment, from) in hidden {
            all.push((
                moment,
                from,
                if from == Origin::Meta {
                    22
                } else if from == Origin::Data {
                    18
                } else {
                    12
                },
            ));
        }
        let score = |(moment, _, weight): &(Moment, Origin, i32)| {
            // Each source counts once: a list of other articles shows many times.
            let agrees = |source| {
                all.iter().any(|(other, from, _)| *from == source && other.0.date_naive() == moment.0.date_naive())
            };
            let sources = [Origin::Shown, Origin::Meta, Origin::Data, Origin::Url];
            let agreeing = sources.into_iter().filter(|source| agrees(*source)).count();
            weight + 12 * i32::try_from(agreeing).unwrap_or(0) + if moment.1 >= Precision::Minute { 9 } else { 0 }
        };
        let best = all.iter().enumerate().max_by_key(|(at, one)| (score(one), usize::MAX - at));
        best.and_then(|(_, (moment, from, _))| published(*moment, *from))
    }

    /// What is shown, resolved; whether it is a full date.
    fn shown(&self, hints: &Hints) -> Vec<(Moment, bool)> {
        let resolve = |stamp: &clock::Stamp| {
            let now = hints.now.or_else(|| self.hidden_end());
            Some((stamp.moment(now)?, matches!(stamp.day, Day::Date(_))))
        };
        self.shown.iter().filter_map(resolve).collect()
    }

    /// A moment by which a date without a year can be placed where the caller knows none: what the page says
    /// elsewhere.
    fn hidden_end(&self) -> Option<DateTime<FixedOffset>> {
        let (at, _) = self.meta.or(self.data).or(self.address)?;
        Some(at + Duration::days(2))
    }
}

fn day(text: &str) -> Option<Moment> {
    let date = clock::compact(text)?;
    let at = date.and_hms_opt(0, 0, 0)?.and_local_timezone(clock::china()).single()?;
    Some((at, Precision::Day))
}

fn address_path(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path)
}
