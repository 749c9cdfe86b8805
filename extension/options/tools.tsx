// The toolbar's button and the context menu.
import { hasMenus, MENU_DEFAULTS, MENUS } from "../shared/menus";
import { DEFAULTS, loadSettings, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { Section, SwitchRow } from "./section";

export function Tools({ settings: { counter, menus } }: { settings: Settings }) {
  return (
    <Section name="tools" reset={() => saveSettings({ counter: DEFAULTS.counter, menus: MENU_DEFAULTS })}>
      <SwitchRow label={t("optionsCounter")} on={counter} turn={(on) => void saveSettings({ counter: on })} />
      {hasMenus() && (
        <div class="group" role="group" aria-labelledby="tools-menu">
          <h3 id="tools-menu">{t("optionsMenu")}</h3>
          {MENUS.map((name) => (
            <SwitchRow
              key={name}
              label={t(`menu_${name}`)}
              on={menus[name]}
              turn={(on) => {
                void loadSettings().then((now) => saveSettings({ menus: { ...now.menus, [name]: on } }));
              }}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
