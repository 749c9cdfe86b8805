// The timeline of the article: asked for after the page is clean, shown in the panel.
import type { Entry } from "engine";

import { askBackground, type PageStatus } from "../shared/protocol";
import { saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { dated, type Article } from "./article";
import { copyClicked } from "./copy";
import type { Marks } from "./marks";
import { mountPanel, type Panel } from "./panel";

export class Timeline {
  /** How long the last answer took. */
  took = 0;
  entries: Entry[] | null = null;
  private article: Article | null = null;
  private panel: Panel | null = null;

  constructor(
    private readonly marks: Marks,
    private readonly quietly: (work: () => void) => void,
  ) {}

  /**
   * Shows the timeline of an article, `beside` it; of one that says the same as before the one before stays. `asked`
   * is the background's answer where the question is on its way already.
   */
  async read(
    article: Article,
    settings: Settings,
    { beside, asked }: { beside: boolean; asked: Promise<string | null> | null },
  ): Promise<void> {
    const same = this.article?.saysTheSame(article) === true && this.entries !== null;
    this.article = article;
    if (!settings.timeline) {
      return;
    }
    if (same) {
      if (beside && this.panel === null) {
        this.show(this.entries ?? [], settings);
      }
      return;
    }
    const before = performance.now();
    const answer = (await asked) ?? (await askBackground("timeline", JSON.stringify(article.timelineInput())));
    const entries = JSON.parse(answer) as Entry[];
    this.took = performance.now() - before;
    if (this.article === article) {
      this.entries = entries;
      if (beside) {
        this.show(entries, settings);
      }
    }
  }

  status(): PageStatus["timeline"] {
    const events = this.entries === null ? 0 : dated(this.entries);
    const state = this.entries === null ? "waiting" : events > 0 ? "ready" : "none";
    return { state, events, open: this.panel?.isOpen === true };
  }

  /** Opens or closes the panel; without one there is nothing to open. */
  turn(open: boolean): void {
    this.quietly(() => {
      if (open) {
        this.panel?.open();
      } else {
        this.panel?.collapse();
      }
    });
  }

  clear(): void {
    this.quietly(() => this.panel?.destroy());
    this.panel = null;
    this.entries = null;
    this.article = null;
  }

  private show(entries: Entry[], settings: Settings): void {
    this.quietly(() => {
      if (dated(entries) === 0) {
        this.panel?.destroy();
        this.panel = null;
      } else if (this.panel === null) {
        this.panel = this.mount(entries, settings);
      } else {
        this.panel.update(entries);
      }
    });
  }

  private mount(entries: Entry[], settings: Settings): Panel {
    const article = this.article?.cleaning.article;
    return mountPanel({
      entries,
      title: article?.title ?? "",
      published: article?.published ?? null,
      rangeOf: (mention) => this.article?.rangeOf(mention, this.marks) ?? null,
      articleElement: () => this.article?.element() ?? null,
      state: settings.panel,
      saveState: (state) => {
        void saveSettings({ panel: state });
      },
      copy: (_, text) => copyClicked(text),
      t,
    });
  }
}
