// The site in the popup: whether it is cleaned by itself, and the way to let us there where that is missing.
import { openSite, turnSite } from "../shared/granting";
import { t } from "../shared/text";
import type { View } from "./tab";

interface Part {
  view: View;
  after: (work: Promise<unknown>) => void;
}

const CHOICES = { auto: true, never: false, default: null } as const;
type Choice = keyof typeof CHOICES;

export function SiteRow({ view: { site, chosen, wanted, open }, after }: Part) {
  if (site === null) {
    return null;
  }
  const choice: Choice = chosen === null ? "default" : chosen ? "auto" : "never";
  return (
    <>
      <label class="row choice site">
        <span>{t("siteCleaning", site)}</span>
        <select
          id="site-choice"
          value={choice}
          onChange={({ currentTarget }) => after(turnSite(site, CHOICES[currentTarget.value as Choice], chosen))}
        >
          {(Object.keys(CHOICES) as Choice[]).map((one) => (
            <option key={one} value={one}>
              {t(`readerComing_${one}`)}
            </option>
          ))}
        </select>
      </label>
      {wanted && !open && (
        <p class="fault row">
          <span>{t("siteClosed", site)}</span>
          <button class="plain" id="allow" onClick={() => after(openSite(site))}>
            {t("siteAllow")}
          </button>
        </p>
      )}
    </>
  );
}
