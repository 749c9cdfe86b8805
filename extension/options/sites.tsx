// The sites that the reader has said something about, and what stays in sight there.
import { useEffect, useState } from "preact/hooks";

import { dropSite, isOpen, openSite, turnComing, turnSite } from "../shared/granting";
import { forgetOn, type Kept } from "../shared/keep";
import type { Coming } from "../shared/reading";
import { isOn, saveSettings, loadSettings, DEFAULTS, ZAKER, type Settings } from "../shared/settings";
import { Switch } from "../shared/switch";
import { t } from "../shared/text";
import { SiteList } from "./list";
import { Section } from "./section";

const DEFAULT = "default";

export function Sites({ settings }: { settings: Settings }) {
  const chosen = new Set([...Object.keys(settings.sites), ...Object.keys(settings.reader.sites)]);
  const others = [...chosen].filter((site) => site !== ZAKER).sort();
  const kept = Object.entries(settings.keep).filter(([, list]) => list.length > 0);
  return (
    <Section name="sites" reset={reset}>
      <p class="said">{t("optionsSitesSaid")}</p>
      <ul>
        {[ZAKER, ...others].map((site) => (
          <SiteRow key={site} site={site} settings={settings} chosen={chosen.has(site)} />
        ))}
      </ul>
      <SiteList settings={settings} />
      <h3>{t("optionsKept")}</h3>
      {kept.length === 0 && <p class="said">{t("optionsKeptNone")}</p>}
      {kept.map(([site, list]) => (
        <KeptOn key={site} site={site} list={list} />
      ))}
    </Section>
  );
}

function SiteRow({ site, settings, chosen }: { site: string; settings: Settings; chosen: boolean }) {
  const { reader } = settings;
  const wanted = isOn(settings, site) || reader.sites[site] === "auto";
  const open = useOpen(site);
  return (
    <li class="row site" data-site={site}>
      <span class="name">{site}</span>
      {wanted && !open && (
        <button class="plain allow" aria-label={t("optionsAllowSite", site)} onClick={() => void openSite(site)}>
          {t("optionsAllow")}
        </button>
      )}
      <span class="pair">
        <span aria-hidden="true">{t("optionsSiteClean")}</span>
        <Switch
          label={t("siteSwitch", site)}
          on={isOn(settings, site)}
          turn={(on) => void turnSite(site, on)}
        />
      </span>
      <span class="pair">
        <span aria-hidden="true">{t("options_reading")}</span>
        <select
          aria-label={t("readerComing", site)}
          value={reader.sites[site] ?? DEFAULT}
          onChange={({ currentTarget: { value } }) =>
            void turnComing(site, value === DEFAULT ? null : (value as Coming), reader)
          }
        >
          {["auto", "never", DEFAULT].map((coming) => (
            <option key={coming} value={coming}>
              {t(`readerComing_${coming}`)}
            </option>
          ))}
        </select>
      </span>
      <button
        class="plain drop"
        disabled={!chosen}
        aria-label={t("optionsDropSite", site)}
        onClick={() => void dropSite(site)}
      >
        {t("optionsDrop")}
      </button>
    </li>
  );
}

/** Whether the browser lets us on a site, as it changes. */
function useOpen(site: string): boolean {
  const [open, setOpen] = useState(true);
  useEffect(() => {
    const look = (): void => void isOpen(site).then(setOpen);
    look();
    const { onAdded, onRemoved } = chrome.permissions;
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, [site]);
  return open;
}

function KeptOn({ site, list }: { site: string; list: Kept[] }) {
  return (
    <div role="group" aria-label={site}>
      <p class="said">{site}</p>
      <ul>
        {list.map(({ key, category, text }) => (
          <li key={key} class="row kept">
            <span class="name">
              <span class="text">{text === "" ? t("withoutText") : text}</span>
              <span class="said">{t(`category_${category}`)}</span>
            </span>
            <button class="plain forget" onClick={() => void forgetOn(site, key)}>
              {t("forgetKept")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function reset(): Promise<void> {
  const { sites, reader } = await loadSettings();
  await saveSettings({ sites: DEFAULTS.sites, keep: DEFAULTS.keep, reader: { ...reader, sites: {} } });
  // Each gives its permission back.
  for (const site of new Set([...Object.keys(sites), ...Object.keys(reader.sites)])) {
    await dropSite(site);
  }
}
