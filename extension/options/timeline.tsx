import { DEFAULTS, loadSettings, saveSettings, type PanelState, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { ChoiceRow, Section, SwitchRow } from "./section";

const ORDERS = ["time", "text"] as const;

export function TimelineOptions({ settings: { timeline, panel } }: { settings: Settings }) {
  const reset = () => saveSettings({ timeline: DEFAULTS.timeline, panel: DEFAULTS.panel });
  return (
    <Section name="timeline" reset={reset}>
      <SwitchRow label={t("optionsTimelineOn")} on={timeline} turn={(on) => void saveSettings({ timeline: on })} />
      <ChoiceRow
        id="timeline-order"
        label={t("optionsOrder")}
        value={panel.order}
        choices={ORDERS.map((one) => [one, t(`optionsOrder_${one}`)] as const)}
        choose={(order) => void setOrder(order)}
      />
    </Section>
  );
}

async function setOrder(order: PanelState["order"]): Promise<void> {
  const { panel } = await loadSettings();
  await saveSettings({ panel: { ...panel, order } });
}
