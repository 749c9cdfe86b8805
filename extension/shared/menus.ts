// The entries of the page's context menu.

export const MENUS = ["selection", "article", "link", "block"] as const;
export type MenuName = (typeof MENUS)[number];

/** The entries that stand in the menu. */
export type MenuState = Record<MenuName, boolean>;

export const MENU_DEFAULTS: MenuState = { selection: true, article: true, link: true, block: true };

/** Whether the browser has context menus for extensions: on a phone it has none. */
export function hasMenus(): boolean {
  return (chrome as Partial<typeof chrome>).contextMenus !== undefined;
}

/** What is stored, with the defaults for what is not there or of another shape. */
export function menuState(value: unknown): MenuState {
  const state: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const flag = (name: MenuName): boolean => {
    const given = state[name];
    return typeof given === "boolean" ? given : MENU_DEFAULTS[name];
  };
  return { selection: flag("selection"), article: flag("article"), link: flag("link"), block: flag("block") };
}
