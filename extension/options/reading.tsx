// How the reader mode looks, and whether it comes by itself.
import { useEffect, useState } from "preact/hooks";

import { turnAll } from "../shared/granting";
import { FACES, MEASURES, READER_DEFAULTS, SIZE, SPACINGS, THEMES } from "../shared/reading";
import { changeReader, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { ChoiceRow, Section, SwitchRow } from "./section";

export function Reading({ settings: { reader } }: { settings: Settings }) {
  return (
    <Section name="reading" reset={reset}>
      <SwitchRow label={t("readerAll")} on={reader.all} turn={(on) => void turnAll(on)} />
      <ChoiceRow
        id="reader-spacing"
        label={t("reader_spacing")}
        value={reader.spacing}
        choices={SPACINGS.map((one) => [one, t(`optionsSpacing_${one.replace("-", "_")}`)] as const)}
        choose={(spacing) => void changeReader({ spacing })}
      />
      <ChoiceRow
        id="reader-theme"
        label={t("reader_theme")}
        value={reader.theme}
        choices={THEMES.map((one) => [one, t(`reader_theme_${one}`)] as const)}
        choose={(theme) => void changeReader({ theme })}
      />
      <ChoiceRow
        id="reader-face"
        label={t("reader_face")}
        value={reader.face}
        choices={FACES.map((one) => [one, t(`reader_face_${one}`)] as const)}
        choose={(face) => void changeReader({ face })}
      />
      <Size size={reader.size} />
      <ChoiceRow
        id="reader-measure"
        label={t("reader_measure")}
        value={String(reader.measure)}
        choices={MEASURES.map((one) => [String(one), t("optionsMeasure", String(one))] as const)}
        choose={(chosen) => {
          const measure = MEASURES.find((one) => String(one) === chosen);
          void changeReader(measure === undefined ? {} : { measure });
        }}
      />
    </Section>
  );
}

/** The number moves with the hand; the size is stored where the hand lets go. */
function Size({ size }: { size: number }) {
  const [shown, setShown] = useState(size);
  useEffect(() => {
    setShown(size);
  }, [size]);
  return (
    <div class="row">
      <label class="name" for="reader-size">
        {t("reader_size")}
      </label>
      <output for="reader-size">{t("optionsPixels", String(shown))}</output>
      <input
        id="reader-size"
        type="range"
        min={SIZE.least}
        max={SIZE.most}
        step={SIZE.step}
        value={shown}
        onInput={({ currentTarget }) => setShown(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => void changeReader({ size: currentTarget.valueAsNumber })}
      />
    </div>
  );
}

/** The sites have a section of their own. */
async function reset(): Promise<void> {
  const { face, measure, size, spacing, theme } = READER_DEFAULTS;
  await changeReader({ face, measure, size, spacing, theme });
  await turnAll(READER_DEFAULTS.all);
}
