// What is copied, and in which form.
import { COPY_DEFAULTS, COPY_FORMS, COPY_PARTS, COPY_SPACINGS } from "../shared/copying";
import { changeCopy, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { ChoiceRow, Section, SwitchRow } from "./section";

export function Copying({ settings: { copy } }: { settings: Settings }) {
  return (
    <Section name="copy" reset={() => saveSettings({ copy: COPY_DEFAULTS })}>
      <p class="said">{t("optionsCopySaid")}</p>
      {COPY_PARTS.map((part) => (
        <SwitchRow
          key={part}
          label={t(`optionsCopy_${part}`)}
          on={copy[part]}
          turn={(on) => void changeCopy({ [part]: on })}
        />
      ))}
      <ChoiceRow
        id="copy-spacing"
        label={t("reader_spacing")}
        value={copy.spacing}
        choices={COPY_SPACINGS.map((one) => [one, t(`optionsSpacing_${one.replace("-", "_")}`)] as const)}
        choose={(spacing) => void changeCopy({ spacing })}
      />
      <ChoiceRow
        id="copy-form"
        label={t("optionsCopyForm")}
        value={copy.form}
        choices={COPY_FORMS.map((one) => [one, t(`optionsCopyForm_${one}`)] as const)}
        choose={(form) => void changeCopy({ form })}
      />
    </Section>
  );
}
