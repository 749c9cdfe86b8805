import { useEffect, useState } from "preact/hooks";

import { askPage, type PageStatus } from "../shared/protocol";
import { saveSettings } from "../shared/settings";
import { t } from "../shared/text";
import { CopyRow } from "./copy";
import { Gear } from "./gear";
import { Ledger } from "./ledger";
import { ReaderRow } from "./reader";
import { Report } from "./report";
import { SiteRow } from "./site";
import { Switch } from "../shared/switch";
import { look, readByHand, type View } from "./tab";

/** How long a change of a setting takes to reach the page. */
const SETTLE = 60;

export function App({ first }: { first: View }) {
  const [view, setView] = useState(first);
  const [fault, setFault] = useState("");
  const { status } = view;

  /** Does something, then shows how things stand. */
  const after = (work: Promise<unknown>): void => {
    work
      .then(() => new Promise((resolve) => setTimeout(resolve, SETTLE)))
      .then(() => look())
      .then(setView, (error: unknown) => {
        setFault(error instanceof Error ? error.message : String(error));
      });
  };

  useEffect(() => {
    if (status?.state === "reading") {
      after(Promise.resolve());
    }
  }, []);

  return (
    <main>
      <header>
        <img src="icons/on-32.png" width="20" height="20" alt="" />
        <h1>{t("shortName")}</h1>
        {status !== null && status.state !== "reading" && <Report tab={view.tab} />}
        <Gear news={view.news} />
      </header>
      <SiteRow view={view} after={after} />
      {status?.state === "clean" ? (
        <Cleaned view={view} status={status} after={after} />
      ) : (
        <Untouched view={view} after={after} />
      )}
      {fault !== "" && <p class="fault">{fault}</p>}
    </main>
  );
}

interface Part {
  view: View;
  after: (work: Promise<unknown>) => void;
}

function Cleaned({ view, status, after }: Part & { status: PageStatus }) {
  return (
    <>
      <p class="title">{status.title}</p>
      <Ledger tab={view.tab} status={status} after={after} />
      {status.detail !== "" && (
        <p class="fault">
          {t("timelineFailed")} {status.detail}
        </p>
      )}
      <ReaderRow view={view} after={after} />
      <TimelineRow view={view} status={status} after={after} />
      <CopyRow view={view} status={status} after={after} />
    </>
  );
}

function TimelineRow({ view, status: { timeline }, after }: Part & { status: PageStatus }) {
  const { tab, timelineOn } = view;
  const said = !timelineOn
    ? t("timelineOff")
    : timeline.state === "ready"
      ? t("timelineEvents", String(timeline.events))
      : t(timeline.state === "none" ? "timelineNone" : "timelineWaiting");
  const openOrClose = () => after(askPage(tab, "timeline", { open: !timeline.open }));
  return (
    <section class="row">
      <div>
        <h2>{t("timeline")}</h2>
        <p class="said">{said}</p>
      </div>
      {timelineOn && timeline.state === "ready" && (
        <button class="plain" id="timeline-open" onClick={openOrClose}>
          {t(timeline.open ? "close" : "open")}
        </button>
      )}
      <Switch label={t("timeline")} on={timelineOn} turn={(on) => after(saveSettings({ timeline: on }))} />
    </section>
  );
}

function Untouched({ view, after }: Part) {
  const { status, tab } = view;
  const canAsk = !view.barred && (status === null || status.state === "off" || status.state === "failed");
  return (
    <>
      <section class="nothing">
        <p class="why" id="why">
          {t(`why_${whyOf(view)}`)}
        </p>
        {status !== null && <Ledger tab={tab} status={status} after={after} />}
        {status !== null && status.detail !== "" && <p class="detail">{status.detail}</p>}
        {canAsk && (
          <button class="main" id="read" onClick={() => after(readByHand(tab))}>
            {t(status?.state === "failed" ? "readAgain" : "readOnce")}
          </button>
        )}
      </section>
      {!view.barred && view.site !== null && <ReaderRow view={view} after={after} />}
    </>
  );
}

/** Why there is nothing to show of the page. */
function whyOf({ status, barred }: View): string {
  if (status === null) {
    return barred ? "barred" : "absent";
  }
  return status.state === "off" ? "off" : (status.why ?? "reading").replaceAll("-", "_");
}
