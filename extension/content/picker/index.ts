// "Remove this block": the reader points, sees how much would go, confirms; it becomes a rule of the site.
import { addRule, dropRule } from "../../shared/rules";
import { t } from "../../shared/text";
import * as dom from "../dom";
import type { Session } from "../session";
import { toast } from "../toast";
import { amountOf } from "./amount";
import { selectorsOf } from "./selector";
import { PickerView } from "./view";

let open: PickerView | null = null;
let pointed: { at: WeakRef<Element>; when: number } | null = null;

/** A menu stays open no longer than this, in milliseconds. */
const PATIENCE = 60_000;

/** Keeps in mind where the context menu was opened. */
export function listenToMenu(): void {
  addEventListener(
    "contextmenu",
    ({ target, isTrusted }) => {
      if (isTrusted && target instanceof Element) {
        pointed = { at: new WeakRef(target), when: performance.now() };
      }
    },
    { capture: true, passive: true },
  );
}

/** Lets the reader choose; from the context menu it begins with what that was opened on. */
export async function pick(session: Session, fromMenu: boolean): Promise<void> {
  session.reader.leave();
  close(session);
  // Of an article that is left alone it is only looked how much of it would go.
  const peeked = await session.peek();
  const first = fromMenu && pointed !== null && performance.now() - pointed.when < PATIENCE ? pointed.at.deref() : undefined;
  const view = new PickerView(
    {
      amountOf: (element) => amountOf(element, session.article),
      done: (element) => {
        open = null;
        if (element !== null) {
          void removed(session, element);
        } else if (peeked) {
          session.release();
        }
      },
    },
    first?.isConnected === true ? first : null,
  );
  open = view;
  session.quietly(() => view.open());
}

function close(session: Session): void {
  session.quietly(() => open?.destroy());
  open = null;
}

/** The first rule that hides the element and nothing else. */
async function removed(session: Session, element: Element): Promise<void> {
  const { prose } = amountOf(element, session.article);
  for (const selector of selectorsOf(element, prose)) {
    const rule = `${location.hostname}##${selector}`;
    if (!(await addRule(rule))) {
      // It was there before, and hides nothing here.
      continue;
    }
    await session.obey();
    if (session.hidesOnly(rule, element)) {
      toast(t("pickDone"));
      return;
    }
    await dropRule(rule);
  }
  await session.obey();
  toast(t("pickFailed", dom.localName(element)));
}
