// The way to the options. After an update a dot stands on it, until it was pressed.
import { forgetUpdate } from "../shared/news";
import { t } from "../shared/text";

export function Gear({ news }: { news: string | null }) {
  const label = news === null ? t("options") : t("updated", news);
  const press = async (): Promise<void> => {
    await forgetUpdate();
    await chrome.runtime.openOptionsPage();
  };
  return (
    <button class={news === null ? "gear" : "gear new"} id="options" title={label} aria-label={label} onClick={() => void press()}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="2.2" />
        <path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4" />
        <circle cx="8" cy="8" r="4.5" />
      </svg>
    </button>
  );
}
