// What the browser itself has noted of this page's requests.
import { useEffect, useState } from "preact/hooks";

import { t } from "../shared/text";
import { Section } from "./section";

export function Privacy() {
  const [requests, setRequests] = useState(0);
  useEffect(() => {
    const seen = new PerformanceObserver((list) => {
      const foreign = list.getEntries().filter(({ name }) => /^(https?|wss?):/.test(name));
      setRequests((before) => before + foreign.length);
    });
    seen.observe({ type: "resource", buffered: true });
    return () => {
      seen.disconnect();
    };
  }, []);
  return (
    <Section name="privacy">
      <p id="requests">{t("optionsRequests", String(requests))}</p>
      <p class="said">{t("optionsRequestsSaid")}</p>
      <p class="said">{t("optionsPrivacySaid")}</p>
    </Section>
  );
}
