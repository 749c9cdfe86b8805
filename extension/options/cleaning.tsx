// Which kinds of things go.
import { CATEGORIES } from "../shared/categories";
import { DEFAULTS, loadSettings, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { Section, SwitchRow } from "./section";

export function Cleaning({ settings: { off } }: { settings: Settings }) {
  return (
    <Section name="cleaning" reset={() => saveSettings({ off: DEFAULTS.off })}>
      <p class="said">{t("optionsCleaningSaid")}</p>
      {Object.entries(CATEGORIES).map(([group, names]) => (
        <div key={group} class="group" role="group" aria-labelledby={`cleaning-${group}`}>
          <h3 id={`cleaning-${group}`}>{t(`options_group_${group}`)}</h3>
          <div class="columns">
            {names.map((name) => (
              <SwitchRow
                key={name}
                label={t(`category_${name}`)}
                on={!off.includes(name)}
                turn={(on) => void turn(name, on)}
              />
            ))}
          </div>
        </div>
      ))}
    </Section>
  );
}

async function turn(name: string, on: boolean): Promise<void> {
  const { off } = await loadSettings();
  const others = off.filter((one) => one !== name);
  await saveSettings({ off: on ? others : [...others, name] });
}
