// The kinds of what is removed, by the names that the core gives them, as the options put them together. The reader's
// own rules are a kind too, but are switched off by taking them out.
export const CATEGORIES = {
  promotion: [
    ...["follow_prompt", "like_share", "comment_prompt", "qr_group", "event_award_ad", "recruit_bd", "submit_reprint"],
    ...["related_reading", "app_download", "expand_paywall", "live_promo", "ad_product"],
  ],
  credits: [
    ...["ad_disclaimer", "copyright_disclaimer", "editor_credit", "source_credit", "image_credit", "byline"],
    "end_marker",
  ],
  chrome: ["site_chrome", "comment_ui", "share_ui", "wechat_chrome", "account_card"],
} as const satisfies Record<string, readonly string[]>;
